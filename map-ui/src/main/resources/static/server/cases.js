// server/cases.js – cases as the server tells them.

import { get, post } from '../lib/http.js'

export const listCases = (filter, cursor, limit = 50) => get('/api/cases', { ...filter, limit, cursor })
export const caseCounts = () => get('/api/cases/counts')
export const casePoints = () => get('/api/cases/points')
export const getCase = number => get(`/api/cases/${encodeURIComponent(number)}`)
export const act = (number, order, how) => post(`/api/cases/${encodeURIComponent(number)}/acts`, order, how)
export const answerChase = (number, seq, reply) => post(`/api/cases/${encodeURIComponent(number)}/supervisions/${seq}/reply`, { reply })
export const register = report =>
  post('/api/reports', report, { headers: { 'Idempotency-Key': crypto.randomUUID() } })

/** @param {File} file */
export const uploadPhoto = file => {
  const body = new FormData()
  body.set('photo', file)
  return post('/api/photos', undefined, { body })
}

export const photoAddress = (id, thumb = false) => `/api/photos/${encodeURIComponent(id)}${thumb ? '?size=thumb' : ''}`
