// server/enquiries.js – requests that are not cases, as the server tells them.

import { get, post } from '../lib/http.js'

/** What a list may be narrowed by; the same names in the page's address and in the server's. */
export const NARROWINGS = ['kind', 'channel', 'state', 'light', 'unit', 'text', 'from', 'to', 'answered', 'ended', 'late', 'rated', 'satisfied']

export const listEnquiries = (filter, cursor) =>
  get('/api/enquiries', { ...filter, sort: filter.queue === 'all' ? '-receivedAt' : 'due', limit: 50, cursor })
export const enquiryCounts = () => get('/api/enquiries/counts')
export const enquiryFigures = (from, to) => get('/api/enquiries/figures', { from, to })
export const getEnquiry = number => get(`/api/enquiries/${encodeURIComponent(number)}`)
export const actOn = (number, order) => post(`/api/enquiries/${encodeURIComponent(number)}/acts`, order)

/** Writes down what somebody asked by telephone, letter … @param {string} key so that a second sending is the same */
export const registerEnquiry = (enquiry, key) => post('/api/enquiries', enquiry, { headers: { 'Idempotency-Key': key } })
