// admin/calendar/hoursPanel.js – work periods and days of the week, each from a date on.

import { html } from 'lit-html'
import { live } from 'lit-html/directives/live.js'
import { minutesOf } from '../../lib/workdays.js'
import { t } from './words.js'

const SOME_EARLY = '2000-01-01'

export const daysWords = days => { const names = t('week.words').split(' '); return days.map(day => names[day - 1]).join(' ') }
export const periodsWords = periods => periods.map(({ starts, ends }) => `${starts}–${ends}`).join(' · ')
const lengthWords = periods => t('hours.hours', { n: (minutesOf(periods) / 60).toFixed(1).replace(/\.0$/, '') })

const row = (one, { hours, removed }, on) => html`
  <tr class=${removed.includes(one.validFrom) ? 'removed' : ''}><td class="figures">${one.validFrom < SOME_EARLY ? t('hours.first') : one.validFrom}</td><td>${daysWords(one.days)}</td><td class="figures">${periodsWords(one.periods)}</td><td class="figures">${lengthWords(one.periods)}</td>
    <td>${hours.length > 1 && one !== hours[0] && !removed.includes(one.validFrom) ? html`<button type="button" class="quiet" @click=${() => on.removeHours(one.validFrom)}>${t('hours.remove')}</button>` : ''}</td></tr>`

const period = (one, i, on) => html`
  <fieldset class="span"><legend>${t('hours.period', { n: i + 1 })}</legend>
    <input type="time" required aria-label="${t('hours.period', { n: i + 1 })} ▸" .value=${live(one.starts)} @input=${event => on.span(i, { starts: event.target.value })}> –
    <input type="time" required aria-label="▸ ${t('hours.period', { n: i + 1 })}" .value=${live(one.ends)} @input=${event => on.span(i, { ends: event.target.value })}></fieldset>`

const dayBox = (day, name, { wanted }, on) => html`
  <label class="check"><input type="checkbox" .checked=${live(wanted.days.includes(day))} @change=${() => on.weekday(day)}> ${name}</label>`

export const hoursPanel = (state, on) => html`
  <section class="hours">
    <div class="scroll"><table><thead><tr>${['from', 'days', 'periods', 'length'].map(key => html`<th>${t(`hours.${key}`)}</th>`)}<th></th></tr></thead>
      <tbody>${state.calendar.hours.map(one => row(one, { ...state, hours: state.calendar.hours }, on))}</tbody></table></div>
    <p class="soft">${t('hours.first.hint')}</p>
    <form class="admin-form" @submit=${event => { event.preventDefault(); on.putHours() }}>
      <h2>${t('hours.add')}</h2>
      <label class="field"><span>${t('hours.from')}</span><input type="date" required .value=${live(state.wanted.validFrom)} @input=${event => on.wanted({ validFrom: event.target.value })}></label>
      <fieldset class="week"><legend>${t('hours.days')}</legend>${t('week.words').split(' ').map((name, i) => dayBox(i + 1, name, state, on))}</fieldset>
      ${state.wanted.periods.map((one, i) => period(one, i, on))}
      <div class="row"><button type="button" class="quiet" @click=${on.moreSpans}>+ ${t('hours.more')}</button>${state.wanted.periods.length > 1 ? html`<button type="button" class="quiet" @click=${on.lessSpans}>− ${t('hours.less')}</button>` : ''}</div>
      ${state.wanted.fault ? html`<p class="bad" role="alert">${state.wanted.fault}</p>` : ''}
      <button type="submit">${t('hours.put')}</button>
    </form>
  </section>`
