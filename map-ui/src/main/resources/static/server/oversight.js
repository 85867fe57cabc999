// server/oversight.js – lamps, stuck cases and chases as the server tells them.

import { get } from '../lib/http.js'
import { act, listCases } from './cases.js'

export const overview = () => get('/api/oversight')
export const stuckCases = () => get('/api/oversight/stuck', { reason: 'any', limit: 500 })
export const chases = () => get('/api/oversight/supervisions', { state: 'open' })

export const answers = () => get('/api/oversight/supervisions', { state: 'answered' })

/** Cases whose lamp is yellow or red, the earliest deadline first. @param {{unit?: string, grid?: string}} part */
export const watched = (part, cursor) => listCases({ queue: 'open', light: ['red', 'yellow'], sort: 'due', ...part }, cursor)

/** @param {string} key made once for a chase, so that sending it again after a lost answer chases once */
export const chase = ({ number, version }, opinion, until, key) =>
  act(number, { action: 'SUPERVISE', version, opinion, ...(until ? { until } : {}) }, { headers: { 'Idempotency-Key': key } })
