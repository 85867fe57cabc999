// server/calendar.js – the working calendar, and its changes.

import { get, put } from '../lib/http.js'

export const getCalendar = year => get('/api/calendar', { year })
export const listCalendarChanges = () => get('/api/calendar/changes', { limit: 100 })
export const putCalendar = (change, dryRun = false) => put(`/api/calendar${dryRun ? '?dryRun=true' : ''}`, change)
