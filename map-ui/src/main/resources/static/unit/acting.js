// unit/acting.js – which actions a department's page can offer, and what each still needs. Pure.

import { needsOf } from '../lib/offers.js'
import { instantOf } from '../lib/time.js'

const KNOWN_NEEDS = ['opinion', 'photos', 'until']

const required = offer => needsOf(offer).filter(({ optional }) => !optional).map(({ name }) => name)

/** Actions whose needs this page can ask for, the primary one first; the server says which are allowed. */
export const offered = actions =>
  (actions ?? []).filter(action => required(action).every(need => KNOWN_NEEDS.includes(need)))
    .sort((a, b) => Number(b.primary ?? false) - Number(a.primary ?? false))

/** The fields of an action's form: what it needs, and for a hand-in always words and photos. */
export const fieldsOf = offer => {
  const named = needsOf(offer).map(({ name }) => name)
  return KNOWN_NEEDS.filter(field => named.includes(field) || (offer.action === 'HAND_IN' && field !== 'until'))
}

export const blankAct = action => ({ action, opinion: '', photos: [], until: '', trouble: null })

/** What the form still lacks, as text keys. */
export const actLacks = (offer, act) => [
  required(offer).includes('opinion') && !act.opinion.trim() && 'missing.opinion',
  required(offer).includes('photos') && !act.photos.length && 'missing.photos',
  required(offer).includes('until') && !act.until && 'missing.until',
].filter(Boolean)

const RESUME_AT = '08:00'

/** The body of POST /api/cases/{number}/acts; photos are added when they are uploaded. */
export const actBody = (act, version, zone) => ({
  action: act.action,
  ...(version === undefined ? {} : { version }),
  ...(act.opinion.trim() ? { opinion: act.opinion.trim() } : {}),
  ...(act.until ? { until: instantOf(`${act.until}T${RESUME_AT}`, zone) } : {}),
})

/** Light and minutes of a case at this moment; the light itself is the server's. */
export const minutesOf = (found, now) =>
  found.light === 'suspended' ? null : found.dueAt ? (new Date(found.dueAt) - now) / 60_000 : found.minutesLeft ?? null
