// phone/queue.js – every write of a phone goes through here: kept on the phone first, sent afterwards, never twice.
// The entry's id is made on the phone and travels as Idempotency-Key, so that sending again is always safe.
// Pure but for what it is given: a store, a way to deliver, a clock.

export const WAITING = 'waiting'
export const SENDING = 'sending'
export const SENT = 'sent'
export const REFUSED = 'refused'

const FIRST_PAUSE = 2_000
const LONGEST_PAUSE = 5 * 60_000
const KEEP_SENT = 3 * 24 * 3_600_000

/**
 * One write on its way.
 * @typedef {{id: string, owner: string, path: string, body: string, photos: {name: string, blob?: Blob, photoId?: string}[],
 *   upload: 'with' | 'before', label: string, about?: string, createdAt: number, state: string, attempts: number,
 *   notBefore: number, problem?: {status: number, sentence: string}, answer?: any}} Entry
 */

/** Milliseconds to wait after the n-th failed try: doubled each time, at most five minutes, ± a fifth so that phones spread. */
export const pauseAfter = (attempts, random = Math.random()) =>
  Math.round(Math.min(FIRST_PAUSE * 2 ** (attempts - 1), LONGEST_PAUSE) * (0.8 + 0.4 * random))

/** Whether the same request may succeed later without anybody changing it. */
export const passes = status => status === 0 || status === 408 || status === 425 || status === 429 || status >= 500

/** A problem in one sentence: what the server said, and which fields it named. */
export const sentenceOf = problem => {
  const fields = (problem.errors ?? []).map(({ field, message }) => [field, message].filter(Boolean).join(' '))
  return [problem.detail || problem.title || `HTTP ${problem.status}`, ...fields].join(' · ')
}

/** The entry after the server answered. Photos are let go of: the server has them now. */
export const delivered = (entry, answer, now) =>
  ({ ...entry, state: SENT, answer, sentAt: now, problem: undefined, photos: entry.photos.map(({ name }) => ({ name })) })

/** The entry after a try that failed: waiting again, or refused for good. A lapsed sign-in costs no try. */
export const failed = (entry, problem, now, random) => {
  const said = { status: problem.status ?? 0, sentence: sentenceOf(problem) }
  if (said.status === 401) return { ...entry, state: WAITING, problem: said, notBefore: now }
  if (!passes(said.status)) return { ...entry, state: REFUSED, problem: said }
  const attempts = entry.attempts + 1
  return { ...entry, state: WAITING, attempts, problem: said, notBefore: now + pauseAfter(attempts, random) }
}

/** What to send now, oldest first. An entry found "sending" belongs to a tab that died: only one tab drains at a time. */
export const due = (entries, owner, now) => entries
  .filter(entry => entry.owner === owner && (entry.state === SENDING || (entry.state === WAITING && entry.notBefore <= now)))
  .sort((a, b) => a.createdAt - b.createdAt)

/** How many of the owner's entries still need the phone. */
export const open = (entries, owner) =>
  entries.filter(entry => entry.owner === owner && (entry.state === WAITING || entry.state === SENDING)).length

/** When the next waiting entry may be tried, or null. */
export const nextTry = (entries, owner) => {
  const times = entries.filter(entry => entry.owner === owner && entry.state === WAITING).map(entry => entry.notBefore)
  return times.length ? Math.min(...times) : null
}

/**
 * @param {{store: {all(): Promise<Entry[]>, put(e: Entry): Promise<unknown>, remove(id: string): Promise<unknown>},
 *   deliver: (e: Entry, keep: (e: Entry) => Promise<unknown>) => Promise<any>, now?: () => number,
 *   exclusively?: (work: () => Promise<void>) => Promise<void>, announce?: (e?: Entry) => void}} parts
 */
export const makeQueue = ({ store, deliver, now = Date.now, exclusively = work => work(), announce = () => {} }) => {
  const keep = async entry => { await store.put(entry); announce(entry); return entry }

  const tryOne = async entry => {
    await keep({ ...entry, state: SENDING })
    let latest = entry
    const keepPart = part => { latest = part; return store.put({ ...part, state: SENDING }) }
    try {
      const answer = await deliver(entry, keepPart)
      return await keep(delivered(latest, answer, now()))
    } catch (problem) {
      return keep(failed(latest, problem, now()))
    }
  }

  const forgetOld = async entries => {
    for (const entry of entries) if (entry.state === SENT && entry.sentAt < now() - KEEP_SENT) await store.remove(entry.id)
  }

  return {
    /** Keeps a write; the promise is fulfilled once the phone has it, sent or not. */
    add: entry => keep({ photos: [], upload: 'with', ...entry, createdAt: now(), state: WAITING, attempts: 0, notBefore: now() }),

    /** Sends what is due for this owner, one after the other; stops when the server cannot be reached or asks who we are. */
    drain: owner => exclusively(async () => {
      await forgetOld(await store.all())
      for (const entry of due(await store.all(), owner, now())) {
        const { state, problem } = await tryOne(entry)
        if (state === WAITING && (problem.status === 0 || problem.status === 401)) return
      }
    }),

    list: async () => (await store.all()).sort((a, b) => b.createdAt - a.createdAt),

    /** Everything that waits may be tried at once: the network is back, or the person asks for it. */
    hurry: async owner => {
      for (const entry of await store.all()) {
        if (entry.owner === owner && entry.state === WAITING) await keep({ ...entry, notBefore: now() })
      }
    },

    /** A refused entry is tried again because a person wants it so. */
    retry: async id => {
      const entry = (await store.all()).find(one => one.id === id)
      if (entry?.state === REFUSED) await keep({ ...entry, state: WAITING, attempts: 0, notBefore: now(), problem: undefined })
    },

    discard: async id => { await store.remove(id); announce() },
  }
}
