// phone/reading.js – reads from the server, and from the phone's memory when the server is out of reach.

import { get, withQuery } from '../lib/http.js'
import { kept } from './store.js'

/**
 * @returns {Promise<{value: any, since: number, stale: boolean}>} stale: the last known answer, from `since`
 */
export const read = async (path, parameters) => {
  const name = withQuery(path, parameters)
  try {
    const value = await get(path, parameters)
    const since = Date.now()
    await kept.put(name, { value, since }).catch(() => {})
    return { value, since, stale: false }
  } catch (problem) {
    const known = problem.status === 0 || problem.status >= 500 ? await kept.get(name).catch(() => null) : null
    if (known) return { ...known, stale: true }
    throw problem
  }
}
