// phone/courier.js – runs the queue: on every new entry, when the network returns, when its time has come.
// Tells the page with the DOM event "queue"; only one tab at a time sends.

import { post, send } from '../lib/http.js'
import { makeQueue, nextTry, open } from './queue.js'
import { queueStore } from './store.js'

const PATIENCE = 60_000

/** Who owns what citizens send: nobody. Sent without cookies, also on a phone where somebody is signed in. */
export const PUBLIC = 'public'

const other = globalThis.BroadcastChannel ? new BroadcastChannel('citygrid.queue') : null
const told = entry => document.dispatchEvent(new CustomEvent('queue', { detail: entry }))
if (other) other.onmessage = () => told()

const exclusively = work =>
  navigator.locks
    ? navigator.locks.request('citygrid.queue', { ifAvailable: true }, lock => lock && work())
    : work()

const form = entry => {
  const parts = new FormData()
  const part = entry.part ?? 'report'
  parts.set(part, new Blob([entry.body], { type: 'application/json' }), `${part}.json`)
  for (const { blob, name } of entry.photos) parts.append('photos', blob, name)
  return parts
}

const uploadBefore = async (entry, keep) => {
  for (const photo of entry.photos.filter(one => !one.photoId)) {
    const parts = new FormData()
    parts.set('photo', photo.blob, photo.name)
    const { photoId } = await send('/api/photos', { method: 'POST', body: parts, signal: AbortSignal.timeout(PATIENCE) })
    photo.photoId = photoId
    await keep(entry)
  }
  return entry.photos.map(({ photoId }) => photoId)
}

const deliver = async (entry, keep) => {
  const how = { headers: { 'Idempotency-Key': entry.id }, signal: AbortSignal.timeout(PATIENCE), ...(entry.owner === PUBLIC ? { credentials: 'omit' } : {}) }
  if (entry.upload === 'with' && entry.photos.length) {
    return send(entry.path, { method: 'POST', body: form(entry), ...how })
  }
  const photoIds = await uploadBefore(entry, keep)
  return post(entry.path, { ...JSON.parse(entry.body), ...(photoIds.length ? { photoIds } : {}) }, how)
}

const announce = entry => { told(entry); other?.postMessage('changed') }

export const queue = makeQueue({ store: queueStore, deliver, exclusively, announce })

let owner = null
let timer = 0

const run = async () => {
  clearTimeout(timer)
  if (!owner) return
  await queue.drain(owner)
  const next = nextTry(await queueStore.all(), owner)
  if (next !== null && navigator.onLine !== false) timer = setTimeout(run, Math.max(1_000, next - Date.now()))
}

/** From now on this person's entries are sent. @param {string | null} name user name, or PUBLIC */
export const sendFor = name => { owner = name; return run() }

/** Keeps a write and starts sending; fulfilled as soon as the phone has it. */
export const submit = async entry => {
  const kept = await queue.add({ owner, ...entry })
  void run()
  return kept
}

export const hurry = async () => { await queue.hurry(owner); await run() }
export const retry = async id => { await queue.retry(id); await run() }
export const waiting = async () => open(await queueStore.all(), owner)

addEventListener('online', () => void hurry())
document.addEventListener('visibilitychange', () => { if (!document.hidden) void run() })
