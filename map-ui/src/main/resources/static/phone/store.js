// phone/store.js – the phone's own memory: the queue, drafts, and the last known answer of a reading.

import { openDB } from 'idb'

const opened = openDB('citygrid-phone', 1, {
  upgrade: db => {
    db.createObjectStore('queue', { keyPath: 'id' })
    db.createObjectStore('drafts')
    db.createObjectStore('kept')
  },
})

/** What phone/queue.js keeps its entries in. */
export const queueStore = {
  all: async () => (await opened).getAll('queue'),
  put: async entry => (await opened).put('queue', entry),
  remove: async id => (await opened).delete('queue', id),
}

/** Half-filled forms survive a reload, photos included. */
export const drafts = {
  load: async name => (await opened).get('drafts', name),
  keep: async (name, draft) => (await opened).put('drafts', draft, name),
  drop: async name => (await opened).delete('drafts', name),
}

export const kept = {
  get: async name => (await opened).get('kept', name),
  put: async (name, value) => (await opened).put('kept', value, name),
}
