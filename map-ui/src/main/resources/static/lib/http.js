// lib/http.js – one way to the server. Answers are JSON; everything else becomes a Problem with words in it.
// A refused sign-in (401) is told to the page as the DOM event "signed-out"; the page decides what to do.

/** What went wrong, as RFC 9457 tells it. `status` 0: the server was not reached. */
export class Problem extends Error {
  constructor({ status = 0, title = '', detail = '', errors = [], ...rest }) {
    super(detail || title || `HTTP ${status}`)
    Object.assign(this, rest, { status, title, detail, errors })
  }

  get offline() { return this.status === 0 }
}

const bodyOf = async answer => {
  if (answer.status === 204) return null
  const type = answer.headers.get('content-type') ?? ''
  return /json/.test(type) ? answer.json() : answer.text()
}

const problemOf = async answer => {
  const body = await bodyOf(answer).catch(() => null)
  return new Problem({ ...(body && typeof body === 'object' ? body : {}), status: answer.status })
}

/**
 * @param {string} path
 * @param {{credentials?: RequestCredentials, method?: string, json?: unknown, body?: BodyInit, headers?: Record<string, string>, signal?: AbortSignal, keepalive?: boolean}} [how]
 */
export const send = async (path, { credentials = 'same-origin', method = 'GET', json, body, headers = {}, signal, keepalive } = {}) => {
  const asked = {
    method, signal, keepalive, credentials,
    headers: { Accept: 'application/json', ...(json === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers },
    body: json === undefined ? body : JSON.stringify(json),
  }
  const answer = await fetch(path, asked).catch(reason => {
    if (reason.name === 'AbortError') throw reason
    throw new Problem({ status: 0, title: 'offline' })
  })
  if (answer.ok) return bodyOf(answer)
  if (answer.status === 401) globalThis.document?.dispatchEvent(new CustomEvent('signed-out'))
  throw await problemOf(answer)
}

/** Path with the given parameters; undefined, null, '' and empty lists are left out. */
export const withQuery = (path, parameters = {}) => {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters)) {
    if (value === undefined || value === null || value === '' || (Array.isArray(value) && !value.length)) continue
    query.set(name, Array.isArray(value) ? value.join(',') : String(value))
  }
  const text = query.toString()
  return text ? `${path}?${text}` : path
}

export const get = (path, parameters, how) => send(withQuery(path, parameters), how)
export const post = (path, json, how) => send(path, { method: 'POST', json, ...how })
export const put = (path, json, how) => send(path, { method: 'PUT', json, ...how })
export const remove = (path, how) => send(path, { method: 'DELETE', ...how })
