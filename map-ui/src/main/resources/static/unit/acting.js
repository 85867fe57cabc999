// unit/acting.js – which actions a department's page can offer, and what each still needs. Pure.

import { needsOf } from '../lib/offers.js'

const KNOWN_NEEDS = ['staff', 'answer', 'opinion', 'photos', 'until']

const required = offer => needsOf(offer).filter(({ optional }) => !optional).map(({ name }) => name)

const DONE = ['HAND_IN', 'WORK_DONE']

/** Actions whose needs this page can ask for, the primary one first; the server says which are allowed. */
export const offered = actions =>
  (actions ?? []).filter(action => required(action).every(need => KNOWN_NEEDS.includes(need)))
    .sort((a, b) => Number(b.primary ?? false) - Number(a.primary ?? false))

/** The fields of an action's form: what it needs, and for a hand-in always words and photos. */
export const fieldsOf = offer => {
  const named = needsOf(offer).map(({ name }) => name)
  return KNOWN_NEEDS.filter(field => named.includes(field) || (DONE.includes(offer.action) && ['opinion', 'photos'].includes(field)))
}

export const blankAct = action => ({ action, staff: '', answer: '', opinion: '', photos: [], until: '', trouble: null })

/** What the form still lacks, as text keys. */
export const actLacks = (offer, act) => [
  required(offer).includes('staff') && !act.staff && 'missing.staff',
  required(offer).includes('answer') && !act.answer?.trim() && 'missing.answer',
  required(offer).includes('opinion') && !act.opinion.trim() && 'missing.opinion',
  required(offer).includes('photos') && !act.photos.length && 'missing.photos',
  required(offer).includes('until') && !act.until && 'missing.until',
].filter(Boolean)

/** The body of POST /api/cases/{number}/acts: `until` is a day in the town that counts whole; photos are added when uploaded. */
export const actBody = (act, version) => ({
  action: act.action,
  ...(version === undefined ? {} : { version }),
  ...(act.answer?.trim() ? { answer: act.answer.trim() } : {}),
  ...(act.opinion.trim() ? { opinion: act.opinion.trim() } : {}),
  ...(act.staff ? { staff: act.staff } : {}),
  ...(act.until ? { until: act.until } : {}),
})

/** Minutes to the deadline at this moment, while the clock runs; null while it does not. */
export const minutesOf = ({ light, dueAt, minutesLeft }, now) =>
  light === 'suspended' || !dueAt || typeof minutesLeft !== 'number' ? null : (new Date(dueAt) - now) / 60_000
