// server/land.js – cells, duty grids, who walks them, and what was done to them.

import { get, post, remove, send } from '../lib/http.js'

const path = code => `/api/grids/${encodeURIComponent(code)}`
const patch = (to, json) => send(to, { method: 'PATCH', json })

export const listDivisions = (division, at) => get('/api/divisions', { division, at })
export const divisionOutlines = (division, at) => get('/api/divisions/outlines', { division, at })
export const cellOutlines = (division, at) => get('/api/cells/outlines', { division, at })
export const listDutyGrids = (division, at) => get('/api/grids', { division, at })
export const dutyGridOutlines = (division, at) => get('/api/grids/outlines', { division, at })
export const createGrid = grid => post('/api/grids', grid)
export const renameGrid = (code, form) => patch(path(code), form)
export const moveCells = (code, moves) => post(`${path(code)}/cells`, moves)
export const mergeGrids = (code, form) => post(`${path(code)}/merge`, form)
export const retireGrid = (code, form) => post(`${path(code)}/retire`, form)
export const listChanges = (division, limit = 30) => get('/api/grids/changes', { division, limit })
export const undoChange = revision => post(`/api/grids/changes/${revision}/undo`)
export const checkTopology = (division, toleranceSquareMetres) => get('/api/grids/topology', { division, toleranceSquareMetres })
export const generateCells = order => post('/api/cells/generate', order)
export const listDuties = code => get(`${path(code)}/duties`)
export const dutiesOn = (date, division) => get('/api/grids/duties', { date, division })
export const addDuty = (code, duty) => post(`${path(code)}/duties`, duty)
export const changeDuty = (code, id, duty) => patch(`${path(code)}/duties/${id}`, duty)
export const endDuty = (code, id) => remove(`${path(code)}/duties/${id}`)
