// server/evaluation.js – one function for each question about evaluation.

import { get, post, withQuery } from '../lib/http.js'

export const evaluation = asked => get('/api/evaluation', asked)
/** One value of every object, for a map. */
export const shades = asked => get('/api/evaluation/shades', asked)
export const catalogue = () => get('/api/evaluation/catalogue')
export const schemes = asked => get('/api/evaluation/schemes', asked)
export const addScheme = form => post('/api/evaluation/schemes', form)
export const results = asked => get('/api/evaluation/results', asked)
export const result = id => get(`/api/evaluation/results/${encodeURIComponent(id)}`)
export const freeze = form => post('/api/evaluation/results', form)
export const publish = id => post(`/api/evaluation/results/${encodeURIComponent(id)}/publish`, {})

/** Where a file of it can be taken from. */
export const fileOf = (form, asked, id, lang) => (id
  ? withQuery(`/api/evaluation/results/${encodeURIComponent(id)}/file/${form}`, { lang })
  : withQuery(`/api/evaluation/file/${form}`, { ...asked, lang }))
