// board/evaluation/choices.js – what is evaluated, over which days, by which scheme.

import { html, nothing } from 'lit-html'
import { local } from '../../lib/i18n.js'
import { SPANS, firstDay, periodAt, shifted, shiftedRange, spanOf } from '../../lib/period.js'
import { day } from '../../lib/time.js'
import { t } from './words.js'

const KINDS = ['department', 'collector', 'acceptor', 'leader', 'dispatcher', 'grid', 'community', 'cell', 'town']

const select = (name, state, choices, on) => html`<label class="field"><span>${t(name)}</span><select @change=${event => on.narrow({ [name]: event.target.value, ...(name === 'of' ? { scheme: '' } : {}) })}>
  ${choices.map(([value, words]) => html`<option value=${value} ?selected=${state[name] === value}>${words}</option>`)}</select></label>`

const schemes = ({ versions, of }) => {
  const known = new Map((versions ?? []).filter(one => one.of === of).reverse().map(one => [one.code, one.name]))
  return [...known].map(([code, name]) => [code, local(name)])
}

const step = (words, sign, disabled, act) => html`<button type="button" aria-label=${t(words)} title=${t(words)} ?disabled=${disabled} @click=${act}>${sign}</button>`

const within = ({ period }, today, on) => html`
  ${step('earlier', '‹', false, () => on.narrow({ period: shifted(period, -1) }))}
  <strong class="figures period">${period}</strong>
  ${step('later', '›', firstDay(shifted(period, 1)) > today, () => on.narrow({ period: shifted(period, 1) }))}`

/** The last day is never before the first: the other one moves along. */
const changed = (name, value, { from, to }) =>
  (name === 'from' ? { from: value, to: value > to ? value : to } : { from: value < from ? value : from, to: value })

const range = (state, today, on) => {
  const { from, to } = state
  const later = shiftedRange({ from, to }, 1)
  const dated = name => html`<input type="date" name=${name} aria-label=${t(`range.${name}`)} .value=${state[name]} max=${today} required
    @change=${({ target: { value } }) => { if (value && value <= today) on.narrow(changed(name, value, state)) }}>`
  return html`${step('earlier', '‹', false, () => on.narrow(shiftedRange({ from, to }, -1)))}
    ${dated('from')}<span aria-hidden="true">–</span>${dated('to')}
    ${step('later', '›', later.from > today, () => on.narrow({ from: later.from, to: later.to > today ? today : later.to }))}`
}

const spans = (state, on) => {
  const today = day(Date.now(), state.me.zone)
  const { period, from, to } = state
  const chip = (name, pressed, act) => html`<button type="button" data-span=${name} aria-pressed=${pressed} @click=${act}>${t(name)}</button>`
  return html`<div class="field"><span>${t('period')}</span><div class="row">
    <div class="chips" role="group" aria-label=${t('period')}>${SPANS.map(span => chip(span, spanOf(period) === span, () => on.narrow({ period: periodAt(span, period ? today : to), from: '', to: '' })))}
      ${chip('range', !period, () => { if (period) on.narrow({ period: '', from: state.found?.period.from ?? firstDay(period), to: state.found?.period.through ?? today }) })}</div>
    ${period ? within(state, today, on) : from && to ? range(state, today, on) : nothing}</div></div>`
}

export const choices = (state, on) => html`<form class="filters" @submit=${event => event.preventDefault()}>
  ${select('of', state, KINDS.map(kind => [kind, t(kind)]), on)}
  ${spans(state, on)}
  ${schemes(state).length ? select('scheme', state, [['', t('scheme.usual')], ...schemes(state)], on) : nothing}
  <a class="to-schemes" href="/board/schemes/">${t('schemes')}</a></form>`
