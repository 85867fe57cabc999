// admin/grids/dutyPanel.js – who walks the chosen grid and when; without one, who is on duty today.

import { html } from 'lit-html'
import { styleMap } from 'lit-html/directives/style-map.js'
import { gridNumber } from '../../lib/gridNumber.js'
import { local } from '../../lib/i18n.js'
import { day } from '../../lib/time.js'
import { barOf, monthsOf, percentAt, spanOf } from '../../lib/timeline.js'
import { t } from './words.js'

const warningsOf = ({ warnings }) => warnings.map(code => html` <span class="bad">⚠ ${t(`warn.${code}`)}</span>`)
const until = duty => duty.toDay ?? t('duty.until')
const since = duty => (duty.fromDay <= '2000-01-01' ? t('duty.always') : duty.fromDay)

const bar = (duty, span) => {
  const { left, width, open } = barOf(span, duty)
  return html`<span class="bar ${duty.standIn ? 'stand-in' : ''} ${open ? 'open' : ''} ${duty.when}" title="${duty.displayName} ${since(duty)} – ${until(duty)}"
    style=${styleMap({ left: `${left}%`, width: `${width}%` })}>${duty.displayName}</span>`
}

const timeline = (duties, zone) => {
  const span = spanOf(duties)
  const lane = standIn => html`<div class="lane"><span class="lane-name">${t(standIn ? 'duty.standin' : 'duty.regular')}</span><div class="bars">${duties.filter(duty => duty.standIn === standIn).map(duty => bar(duty, span))}</div></div>`
  return html`
    <div class="timeline" role="img" aria-label=${t('duty.line')}>
      ${lane(false)}${lane(true)}
      <div class="lane axis"><span class="lane-name"></span><div class="bars">
        ${monthsOf(span, 6).map(month => html`<span class="month" style=${styleMap({ left: `${percentAt(span, month)}%` })}>${day(month, zone).slice(2, 7)}</span>`)}
        <span class="today" style=${styleMap({ left: `${percentAt(span, Date.now())}%` })}></span></div></div>
    </div>`
}

const dutyRow = (duty, state, on) => html`
  <tr class=${duty.when}><td>${duty.displayName} <span class="soft">${t(duty.standIn ? 'duty.standin' : 'duty.regular')}</span>${duty.when === 'past' ? '' : warningsOf(duty)}</td>
    <td class="figures">${since(duty)} – ${until(duty)}${duty.reason ? html`<br><span class="soft">${duty.reason}</span>` : ''}</td>
    <td>${duty.when === 'past' ? html`<span class="soft">${t('duty.past')}</span>` : html`${duty.when === 'now' ? t('duty.now') : t('duty.coming')} <button type="button" class="quiet" @click=${() => on.endDuty(duty)}>${t('duty.end')}</button>`}</td></tr>`

const form = (state, on) => {
  const today = day(Date.now(), state.me.zone)
  return html`
    <form class="duty-form" @submit=${event => { event.preventDefault(); on.addDuty(event.target) }}>
      <label class="field"><span>${t('duty.user')}</span><input name="userName" list="collectors" required autocomplete="off">
        <datalist id="collectors">${state.people.map(({ userName, displayName }) => html`<option value=${userName}>${displayName}</option>`)}</datalist></label>
      <label class="field"><span>${t('duty.kind')}</span><select name="standIn"><option value="">${t('duty.regular')}</option><option value="true">${t('duty.standin')}</option></select></label>
      <label class="field"><span>${t('duty.from')}</span><input name="from" type="date" required .defaultValue=${today}></label>
      <label class="field"><span>${t('duty.to')}</span><input name="to" type="date"></label>
      <label class="field wide"><span>${t('duty.reason')}</span><input name="reason" maxlength="200"></label>
      <button class="primary">${t('duty.add')}</button><p class="hint wide">${t('duty.takeover')}</p></form>`
}

const oneGrid = (grid, state, on) => html`
  <div class="row between"><h2>${gridNumber(grid.number)} ${local(grid.name)}</h2><button type="button" class="quiet" @click=${() => on.choose(null)}>${t('grid.close')}</button></div>
  ${state.duties?.length ? html`${timeline(state.duties, state.me.zone)}
    <div class="scroll"><table><tbody>${[...state.duties].reverse().map(duty => dutyRow(duty, state, on))}</tbody></table></div>` : html`<p class="empty">${state.duties ? t('duty.none') : t('loading')}</p>`}
  ${form(state, on)}`

const everyGrid = (state, on) => {
  const items = state.dutyDay?.items ?? []
  const troubled = items.filter(({ warnings }) => warnings.length)
  return html`
    <p class="soft">${t('duty.lead')}</p>
    <h2>${state.dutyDay ? t('duty.day', { date: state.dutyDay.date }) : t('loading')}</h2>
    ${state.dutyDay && !troubled.length && items.length ? html`<p>✓ ${t('duty.all.good')}</p>` : ''}
    <ul class="grid-list">${[...troubled, ...items.filter(({ warnings }) => !warnings.length)].map(item => html`
      <li><button type="button" class="grid-row left wide" @click=${() => on.choose(item.code)}><strong class="figures">${gridNumber(item.number)}</strong>
        <span class="grow">${item.onDuty ? html`${item.onDuty.displayName} <span class="soft">${t(item.onDuty.standIn ? 'duty.standin' : 'duty.regular')}</span>` : ''}${warningsOf(item)}</span></button></li>`)}</ul>`
}

export const dutyPanel = (state, on) => {
  const grid = state.grids.find(({ code }) => code === state.chosen)
  return grid ? oneGrid(grid, state, on) : everyGrid(state, on)
}
