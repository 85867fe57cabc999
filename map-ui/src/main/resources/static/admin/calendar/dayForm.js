// admin/calendar/dayForm.js – one day made off or on, or left to the week again.

import { html } from 'lit-html'
import { live } from 'lit-html/directives/live.js'
import { dayOf, worksByWeek } from '../../lib/workdays.js'
import { longDay } from './yearView.js'
import { t } from './words.js'

const choice = (value, words, state, on) => html`
  <label class="check"><input type="radio" name="how" value=${value} .checked=${live(state.form.how === value)} @change=${() => on.form({ how: value })}> ${words}</label>`

/** What the form shows for a day: how it stands now, drafts included. */
export const formFor = (day, { hours, all }) => {
  const one = dayOf(day, hours, all)
  return { how: !one.differs ? 'week' : one.works ? 'on' : 'off', name: one.name, to: '', fault: '' }
}

export const dayForm = (state, on) => {
  const { chosen, form, hours } = state
  if (!chosen) return html`<p class="soft">${t('day.hint')}</p>`
  return html`
    <form class="day-form" @submit=${event => { event.preventDefault(); on.putDay() }}>
      <h3>${longDay(chosen)}</h3>
      ${choice('week', t('day.week', { state: t(worksByWeek(hours, chosen) ? 'day.works' : 'day.rests') }), state, on)}
      ${choice('off', t('day.off'), state, on)}${choice('on', t('day.on'), state, on)}
      ${form.how === 'week' ? '' : html`<label class="field"><span>${t('day.name')}</span><input id="day-name" maxlength="60" placeholder=${t('day.name.hint')} .value=${live(form.name)} @input=${event => on.form({ name: event.target.value })}></label>`}
      <label class="field"><span>${t('day.to')}</span><input type="date" min=${chosen} .value=${live(form.to)} @input=${event => on.form({ to: event.target.value })}></label>
      ${form.fault ? html`<p class="bad" role="alert">${form.fault}</p>` : ''}
      <button type="submit">${t('day.put')}</button>
    </form>`
}
