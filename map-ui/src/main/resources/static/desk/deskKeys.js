// desk/deskKeys.js – the desk without a mouse.

import { offerOf } from '../lib/offers.js'
import { onKeys } from '../lib/keys.js'
import { apartOf, suspected } from '../lib/process.js'
import { may } from '../lib/session.js'

const step = ({ state, change }, by) => {
  const items = state.items ?? []
  if (!items.length) return false
  const at = items.findIndex(({ number }) => number === (state.cursor ?? state.chosen))
  const wanted = at >= 0 ? at + by : (state.cursorAt ?? 0) + Math.min(0, by)
  const next = items[Math.min(items.length - 1, Math.max(0, wanted))]
  change({ cursor: next.number, cursorAt: items.indexOf(next) })
  requestAnimationFrame(() => document.querySelector(`[data-number="${CSS.escape(next.number)}"]`)?.scrollIntoView({ block: 'nearest' }))
  return next.number
}

const back = ({ state, change }, on) => {
  if (state.lightbox) change({ lightbox: null })
  else if (state.keys) change({ keys: false })
  else if (state.form) change({ form: null })
  else if (state.hotline) change({ hotline: null })
  else if (state.place) change({ place: null })
  else if (state.chosen) on.shut()
  document.activeElement?.blur?.()
  return true
}

const onButton = event => event.target.closest?.('button, a, summary')

/** While two reports lie side by side, one key says that they are the same, another that they are not. */
const judged = ({ detail, notTwins }, key, on) => {
  if (!suspected(detail) || notTwins.has(detail.number)) return false
  const may = name => detail.actions.some(({ action }) => action === name)
  if (key.toLowerCase() === 'l' && may('LINK')) return on.link(detail.suspectedDuplicateOf), true
  if (key.toLowerCase() === 'x') return apartOf(detail) ? on.distinct(detail.suspectedDuplicateOf) : on.hideTwin(detail.number), true
  return false
}

/** @param {{focus: () => void}} map */
export const deskKeys = (desk, on, map) => onKeys((key, event) => {
  const { state } = desk
  if (key === 'Escape') return back(desk, on)
  if (key === 'j' || key === 'k') {
    const number = step(desk, key === 'j' ? 1 : -1)
    if (number && state.chosen && number !== state.chosen) on.open(number)
    return true
  }
  if (key === 'Enter') return !onButton(event) && state.cursor ? (on.open(state.cursor), true) : false
  if (key === '/') return document.querySelector('.search input').focus(), true
  if (key === '?') return on.keys(), true
  if (state.keys || state.lightbox) return false
  const shown = state.chosen && state.detail?.number === state.chosen
  const offer = shown && !state.form && !state.pending.has(state.chosen) ? offerOf(state.detail.actions, key) : null
  if (shown && !state.form && !state.pending.has(state.chosen) && judged(state, key, on)) return true
  if (offer) return on.offer(offer), true
  if (key === 'g') return map().focus(), true
  if (key === 'n' && may(state.me, 'ACCEPTOR')) return on.startHotline(), true
  return false
})
