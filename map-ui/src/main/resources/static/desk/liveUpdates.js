// desk/liveUpdates.js – takes what happens elsewhere into the desk without moving anything under the pointer.

import { calm } from '../lib/theme.js'

const ENDED = new Set(['CLOSED', 'REFUSED', 'LINKED', 'VOIDED'])

const later = (milliseconds, act) => {
  let timer = null
  return () => { timer ??= setTimeout(() => { timer = null; act() }, milliseconds) }
}

/** The map's points after one event; pure. */
export const withEvent = (points, event) => {
  const known = points.find(({ number }) => number === event.number)
  const rest = points.filter(({ number }) => number !== event.number)
  if (ENDED.has(event.state)) return rest
  return [...rest, { reportedAt: event.at, ...known, ...event, light: event.light ?? known?.light ?? 'none' }]
}

/** @param {() => boolean} busy true while the reader's pointer or caret is in the list */
export const liveUpdates = ({ state, change }, load, busy) => {
  const figuresSoon = later(2_000, () => { load.counts(); load.points(); load.figures() })
  const listSoon = later(400, () => { if (!busy()) load.list() })

  const pulse = number => {
    state.pulses.set(number, Date.now())
    setTimeout(() => state.pulses.delete(number), 2_000)
  }

  const onCase = ({ detail: event }) => {
    const fresh = !state.points.some(({ number }) => number === event.number) && !ENDED.has(event.state)
    change({ points: withEvent(state.points, event) })
    if (fresh && !calm()) pulse(event.number)
    if (state.chosen === event.number && !state.form) load.detail(event.number)
    if (busy()) change(now => ({ waiting: now.waiting + 1 }))
    else listSoon()
    figuresSoon()
  }

  // What happened between the first reading and the opening of the stream was heard by neither: read once more.
  let heard = false
  const onState = ({ detail: { up, since } }) => {
    const was = state.staleSince
    change({ staleSince: since })
    if (up && was) load.all()
    else if (up && !heard) { listSoon(); figuresSoon() }
    heard ||= up
  }

  document.addEventListener('live-case', onCase)
  document.addEventListener('live-resync', () => { if (busy()) { load.counts(); load.points() } else load.all() })
  document.addEventListener('live-state', onState)
  setInterval(() => { load.figures(); load.counts() }, 60_000)
}
