// server/town.js – the town, its grids, its catalogue, its units, its figures.

import { get, post } from '../lib/http.js'

export const getTown = () => get('/api/town')
export const gridOutlines = () => get('/api/grids/outlines')
export const listGrids = () => get('/api/grids')
export const locate = (lon, lat) => get('/api/grids/locate', { lon, lat })
export const listClasses = () => get('/api/classes')
export const listUnits = () => get('/api/units')
export const listUsers = () => get('/api/users')
export const addUser = user => post('/api/users', user)
export const addUnit = unit => post('/api/units', unit)
export const nearestComponents = (lon, lat, limit = 5) => get('/api/components/nearest', { lon, lat, limit })
export const throughput = (from, to) => get('/api/stats/throughput', { from, to })
export const throughputBy = (by, from, to) => get('/api/stats/throughput', { by, from, to })
export const today = () => get('/api/stats/today')
export const getWorkflow = () => get('/api/workflow')
