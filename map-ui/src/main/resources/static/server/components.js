// server/components.js – cards, what may be measured, and proposals about them, as the server tells them.

import { get, post, send } from '../lib/http.js'

const path = code => `/api/components/${encodeURIComponent(code)}`

export const getCard = code => get(path(code))
export const findComponents = (question, cursor) => get('/api/components', { limit: 20, ...question, cursor })
export const nearestComponents = (lon, lat, limit = 7) => get('/api/components/nearest', { lon, lat, limit })
export const listAttributes = classCode => get(`/api/classes/${encodeURIComponent(classCode)}/attributes`)
export const createCard = card => post('/api/components', card)
export const changeCard = (code, version, patch) =>
  send(path(code), { method: 'PATCH', json: patch, headers: { 'If-Match': `"${version}"` } })
export const retireCard = (code, version, state, reason) => post(`${path(code)}/retire`, { version, state, reason })

export const labelAddress = (code, form) => `${path(code)}/label.${form}`
export const sheetAddress = question => `/api/components/labels.pdf?${new URLSearchParams(question)}`

export const listProposals = (question, cursor) => get('/api/component-proposals', { limit: 50, ...question, cursor })
export const acceptProposal = (id, order) => post(`/api/component-proposals/${encodeURIComponent(id)}/accept`, order)
export const rejectProposal = (id, opinion) => post(`/api/component-proposals/${encodeURIComponent(id)}/reject`, { opinion })
