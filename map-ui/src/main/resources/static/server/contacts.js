// server/contacts.js – how to reach whoever reported or asked, as far as the server tells the reader.

import { get, post } from '../lib/http.js'

/** @param {{case?: string, enquiry?: string}} of the id of a case or of an enquiry */
export const listContacts = of => get('/api/contacts', of)
export const openContact = id => post(`/api/contacts/${encodeURIComponent(id)}/open`)
export const noteCall = (id, call) => post(`/api/contacts/${encodeURIComponent(id)}/calls`, call)
export const callsWaiting = () => get('/api/contacts/waiting', { limit: 50 })
