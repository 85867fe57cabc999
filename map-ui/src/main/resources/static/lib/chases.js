// lib/chases.js – chases (督办): which wait for an answer, who may give it, and by when one may be asked for. Pure.

import { may } from './session.js'
import { day, shiftDay, wallClock } from './time.js'

/** Those that still ask for an answer, the soonest due first. */
export const openChases = ({ supervisions = [] }) =>
  supervisions.filter(({ open }) => open).sort((a, b) => (a.replyDue ?? '9').localeCompare(b.replyDue ?? '9'))

/** The server's rule: whoever has the case answers, in a department its office or the worker who was given it; while a collector is out, the desk that sent the collector does. */
export const mayAnswer = ({ state, unit, myTurn }, me) => {
  if (state === 'HANDLING') return may(me, 'DEPARTMENT', 'WORKER') && Boolean(me.unit && me.unit.code === unit?.code)
  if (state === 'VERIFYING' || state === 'CHECKING') return may(me, 'ACCEPTOR', 'SHIFT_LEADER', 'DISPATCHER')
  return state === 'SUSPENDED' ? may(me, 'DISPATCHER') : Boolean(myTurn)
}

/** Times a chase may ask for an answer by, as wall clocks of the zone: soon, and at the next mornings. */
export const dueChoices = (zone, now = Date.now()) => {
  const tomorrow = shiftDay(day(now, zone), 1)
  return [
    { key: 'in.2h', at: wallClock(now + 2 * 3_600_000, zone) },
    { key: 'in.4h', at: wallClock(now + 4 * 3_600_000, zone) },
    { key: 'tomorrow', at: `${tomorrow}T10:00` },
    { key: 'in.3d', at: `${shiftDay(tomorrow, 2)}T10:00` },
  ]
}

/** One row a case: its most pressing chase, and how many there are. Chases come the most overdue first. */
export const byCase = chases => {
  const rows = new Map()
  for (const chase of chases) {
    const known = rows.get(chase.number)
    if (known) known.times += 1
    else rows.set(chase.number, { ...chase, times: 1 })
  }
  return [...rows.values()]
}

/** What to do first about a stuck case: chase whoever has it, or open it where it can be decided. */
export const remedyOf = why => {
  const reasons = why.map(({ reason }) => reason)
  if (reasons.includes('NOBODY')) return 'open'
  if (reasons.includes('HOPS')) return 'open'
  return reasons.some(reason => ['SILENT', 'CHASE', 'REQUEST'].includes(reason)) ? 'chase' : 'open'
}
