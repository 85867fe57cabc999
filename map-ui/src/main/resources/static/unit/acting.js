// unit/acting.js – which actions a department's page can offer, and what each still needs. Pure.

const KNOWN_NEEDS = ['opinion', 'photos', 'until']

/** What must be given; a need that ends in "?" may be left out. */
const required = ({ needs = [] }) => needs.filter(need => !need.endsWith('?'))

/** Actions whose needs this page can ask for, the primary one first; the server says which are allowed. */
export const offered = actions =>
  (actions ?? []).filter(action => required(action).every(need => KNOWN_NEEDS.includes(need)))
    .sort((a, b) => Number(b.primary ?? false) - Number(a.primary ?? false))

/** The fields of an action's form: what it needs, and for a hand-in always words and photos. */
export const fieldsOf = ({ action, needs = [] }) =>
  KNOWN_NEEDS.filter(field => needs.includes(field) || needs.includes(`${field}?`) || (action === 'HAND_IN' && field !== 'until'))

export const blankAct = action => ({ action, opinion: '', photos: [], until: '', trouble: null })

/** What the form still lacks, as text keys. */
export const actLacks = (offer, act) => [
  required(offer).includes('opinion') && !act.opinion.trim() && 'missing.opinion',
  required(offer).includes('photos') && !act.photos.length && 'missing.photos',
  required(offer).includes('until') && !act.until && 'missing.until',
].filter(Boolean)

const offsetMinutes = (instant, zone) => {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(instant)
  const [, sign, hours, minutes] = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(parts.find(({ type }) => type === 'timeZoneName').value)
  return sign ? Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes)) : 0
}

/** The instant of a wall-clock time in the town's zone. @param {string} date 2026-12-01 @param {string} time 08:00 */
export const instantOf = (date, time, zone) => {
  const asUtc = new Date(`${date}T${time}:00Z`)
  const guess = new Date(asUtc - offsetMinutes(asUtc, zone) * 60_000)
  return new Date(asUtc - offsetMinutes(guess, zone) * 60_000).toISOString()
}

const RESUME_AT = '08:00'

/** The body of POST /api/cases/{number}/acts; photos are added when they are uploaded. */
export const actBody = (act, version, zone) => ({
  action: act.action,
  ...(version === undefined ? {} : { version }),
  ...(act.opinion.trim() ? { opinion: act.opinion.trim() } : {}),
  ...(act.until ? { until: instantOf(act.until, RESUME_AT, zone) } : {}),
})

/** Light and minutes of a case at this moment; the light itself is the server's. */
export const minutesOf = (found, now) =>
  found.light === 'suspended' ? null : found.dueAt ? (new Date(found.dueAt) - now) / 60_000 : found.minutesLeft ?? null
