// lib/contacting.js – the people behind the case or request that a page shows, in the page's own state as `contacts`:
// {of, items, whole}. What was shown whole is forgotten as soon as the page shows something else.

import { listContacts, noteCall, openContact } from '../server/contacts.js'

const JUST_NOW = 30_000
const AGAIN = 1_000

/**
 * @param {{state: object, change: (patch: object) => void}} page
 * @param {(problem: import('./http.js').Problem) => void} told
 */
export const contacting = ({ state, change }, told) => {
  const put = (of, patch) => { if (state.contacts?.of === of) change({ contacts: { ...state.contacts, ...patch } }) }

  /**
   * The door, which knows the contacts, learns of a case's number a moment after the desk does: of something that has just
   * come in it is asked again.
   * @param {string} of its number @param {{case?: string, enquiry?: string}} asked @param {string=} since when it came in
   */
  const load = async (of, asked, since) => {
    if (state.contacts?.of !== of) change({ contacts: { of, asked, items: [], whole: {} } })
    try {
      const { items } = await listContacts(asked)
      put(of, { items })
      if (!items.length && Date.now() - Date.parse(since) < JUST_NOW) setTimeout(() => { if (state.contacts?.of === of) load(of, asked, since) }, AGAIN)
    } catch (problem) { console.warn('not loaded:', problem.message) }
  }

  const reveal = async id => {
    const { of } = state.contacts
    try {
      const whole = await openContact(id)
      put(of, { whole: { ...state.contacts?.whole, [id]: whole } })
    } catch (problem) { told(problem) }
  }

  const called = async (id, reached) => {
    const { of, asked } = state.contacts
    try {
      await noteCall(id, { reached })
      await load(of, asked)
      return true
    } catch (problem) { return told(problem), false }
  }

  return { load, reveal, called }
}
