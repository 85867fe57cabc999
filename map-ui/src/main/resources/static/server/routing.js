// server/routing.js – who answers for what, switches of automatic dispatch, and what departments have in hand.

import { get, put, remove, send, withQuery } from '../lib/http.js'

export const listResponsibilities = filter => get('/api/responsibilities', filter)
export const putResponsibility = line => put('/api/responsibilities', line)
export const removeResponsibility = ({ kind, classPrefix, divisionCode, dutyGridCode, validFrom }) =>
  remove(withQuery('/api/responsibilities', { kind, classPrefix, divisionCode, dutyGridCode, validFrom }))
export const importResponsibilities = csv =>
  send('/api/responsibilities/import', { method: 'POST', body: csv, headers: { 'Content-Type': 'text/csv' } })
export const EXPORT = '/api/responsibilities/export'
/** @param {{kind: string, class: string, grid?: string, division?: string, component?: string}} asked an empty class stands for all */
export const whoAnswers = ({ class: classCode, ...asked }) => get(`${withQuery('/api/responsibilities/proposal', asked)}&class=${encodeURIComponent(classCode)}`)
export const listAutoDispatch = () => get('/api/auto-dispatch')
export const putAutoDispatch = one => put('/api/auto-dispatch', one)
export const unitLoads = () => get('/api/units/load')
