// admin/responsibilities/loadPanel.js – what each department has in hand; every figure opens its cases.

import { html } from 'lit-html'
import { local } from '../../lib/i18n.js'
import { withQuery } from '../../lib/http.js'
import { clock } from '../../lib/time.js'
import { t } from './words.js'

const figure = (n, query, tone = '') => (n ? html`<a class="figures ${tone}" href=${withQuery('/desk/', query)}>${tone ? html`<span class="light" aria-hidden="true">${{ 'light-yellow': '▲', 'light-red': '■' }[tone] ?? ''}</span> ` : ''}${n}</a>` : html`<span class="soft figures">0</span>`)

const rate = ({ unit: { code }, onTime, handled, onTimeRate }, since) => (onTimeRate === undefined || onTimeRate === null ? html`<span class="soft">–</span>`
  : html`<a class="figures" href=${withQuery('/desk/', { queue: 'all', unit: code, handledFrom: since })}>${Math.round(onTimeRate * 1000) / 10} %</a> <span class="soft figures">${t('load.of', { a: onTime, b: handled })}</span>`)

const row = (one, { today, since }) => {
  const unit = one.unit.code
  return html`<tr><td>${local(one.unit.name)}</td><td>${figure(one.open, { queue: 'open', unit, state: 'HANDLING,RETURN_REVIEW,SUSPENDED' })}</td><td>${figure(one.yellow, { queue: 'open', unit, light: 'yellow' }, 'light-yellow')}</td><td>${figure(one.red, { queue: 'open', unit, light: 'red' }, 'light-red')}</td>
    <td>${figure(one.suspended, { queue: 'open', unit, state: 'SUSPENDED' })}</td><td>${figure(one.handedIn, { queue: 'open', unit, state: 'TO_CHECK,CHECKING' })}</td><td>${figure(one.dispatchedToday, { queue: 'all', unit, dispatchedFrom: today })}</td><td>${rate(one, since)}</td></tr>`
}

const COLUMNS = ['unit', 'open', 'yellow', 'red', 'suspended', 'handedIn', 'dispatchedToday', 'onTimeRate']

export const loadPanel = ({ loads, me }) => {
  if (!loads) return html`<div class="skeleton block-skeleton"></div>`
  const items = [...loads.items].sort((a, b) => b.red - a.red || b.open - a.open)
  return html`<p class="soft figures">${t('load.at', { time: clock(loads.at, me.zone) })}</p>
    <div class="scroll"><table class="loads"><thead><tr>${COLUMNS.map(key => html`<th>${t(`load.${key}`)}</th>`)}</tr></thead><tbody>${items.map(one => row(one, loads))}</tbody></table></div>`
}
