// server/imports.js – handing files in, looking at them, beginning, watching, taking back.

import { get, post, Problem, withQuery } from '../lib/http.js'

const answerOf = request => { try { return JSON.parse(request.responseText) } catch { return {} } }

/**
 * Sends a file with its progress; fetch cannot tell how much has gone.
 * @param {string} kind @param {string} fileName @param {Blob} file @param {(loaded: number, total: number) => void} progress
 */
export const handIn = (kind, fileName, file, progress) => new Promise((resolve, reject) => {
  const request = new XMLHttpRequest()
  request.open('POST', withQuery('/api/imports', { kind, fileName }))
  request.setRequestHeader('Content-Type', 'application/octet-stream')
  request.setRequestHeader('Accept', 'application/json')
  request.upload.addEventListener('progress', ({ loaded, total }) => progress(loaded, total))
  request.addEventListener('error', () => reject(new Problem({ status: 0, title: 'offline' })))
  request.addEventListener('load', () => {
    if (request.status === 401) document.dispatchEvent(new CustomEvent('signed-out'))
    if (request.status < 300) resolve(answerOf(request))
    else reject(new Problem({ ...answerOf(request), status: request.status }))
  })
  request.send(file)
})

export const listImports = cursor => get('/api/imports', { cursor, limit: 20 })
export const getImport = id => get(`/api/imports/${id}`)
export const lookAgain = (id, settings) => post(`/api/imports/${id}/preview`, settings)
export const startImport = (id, settings) => post(`/api/imports/${id}/start`, settings)
export const cancelImport = id => post(`/api/imports/${id}/cancel`, {})
export const undoImport = id => post(`/api/imports/${id}/undo`, {})
export const listChanges = (id, what, cursor) => get(`/api/imports/${id}/changes`, { what, cursor, limit: 100 })
/** How the server's refusals are said in Chinese. */
export const getReasons = () => get('/api/imports/words')
export const rejectedPath = (id, lang) => `/api/imports/${id}/rejected.csv?lang=${lang}`
