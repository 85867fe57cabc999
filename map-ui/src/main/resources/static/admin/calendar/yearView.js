// admin/calendar/yearView.js – twelve months; every day is a button, and the arrow keys walk from day to day.

import { html } from 'lit-html'
import { locale } from '../../lib/i18n.js'
import { shiftDay } from '../../lib/time.js'
import { dayOf, weeksOf, workDaysIn, worksByWeek } from '../../lib/workdays.js'
import { t } from './words.js'

const monthName = (year, month) => new Intl.DateTimeFormat(locale(), { month: 'long', timeZone: 'UTC' }).format(Date.UTC(year, month - 1, 1))

/** 2026-10-01, Thursday */
export const longDay = day => new Intl.DateTimeFormat(locale(), { dateStyle: 'full', timeZone: 'UTC' }).format(Date.parse(`${day}T00:00:00Z`))

const kindOf = ({ works, differs, day }, hours) => {
  if (!differs) return works ? '' : 'rest'
  return works === worksByWeek(hours, day) ? (works ? '' : 'rest') : works ? 'on' : 'off'
}

const cell = (day, { hours, all, draft, chosen, cursor, today }, on) => {
  if (!day) return html`<td></td>`
  const one = dayOf(day, hours, all)
  const kind = kindOf(one, hours)
  const words = `${longDay(day)}: ${t(one.works ? 'day.works' : 'day.rests')}${one.name ? `, ${one.name}` : ''}`
  return html`<td><button type="button" class="day ${kind} ${draft.has(day) ? 'draft' : ''} ${day === today ? 'today' : ''}" data-day=${day} tabindex=${day === cursor ? 0 : -1}
    aria-pressed=${day === chosen} aria-label=${words} title=${one.name ? `${day} ${one.name}` : day} @click=${() => on.choose(day)}>${Number(day.slice(8))}${kind === 'on' || kind === 'off' ? html`<i>${t(`mark.${kind}`)}</i>` : ''}</button></td>`
}

const month = (number, state, on) => html`
  <table class="month"><caption>${monthName(state.year, number)}</caption>
    <thead><tr>${t('week').split(' ').map(name => html`<th scope="col">${name}</th>`)}</tr></thead>
    <tbody>${weeksOf(state.year, number).map(week => html`<tr>${week.map(day => cell(day, state, on))}</tr>`)}</tbody></table>`

const STEPS = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7, PageUp: -28, PageDown: 28 }

const walk = (state, on) => event => {
  const day = event.target.dataset?.day
  const step = STEPS[event.key]
  if (!day || !step) return
  event.preventDefault()
  const next = shiftDay(day, step)
  if (next.startsWith(`${state.year}-`)) on.cursor(next)
}

export const yearView = (state, on) => html`
  <section class="year">
    <header class="row"><button type="button" class="icon" aria-label=${t('year.before')} @click=${() => on.year(state.year - 1)}>‹</button>
      <h2 class="figures">${state.year}</h2><button type="button" class="icon" aria-label=${t('year.after')} @click=${() => on.year(state.year + 1)}>›</button>
      <span class="soft figures">${t('days.worked', { n: workDaysIn(state.year, state.hours, state.all) })}</span></header>
    <ul class="marks"><li><span class="day off">1<i>${t('mark.off')}</i></span> ${t('legend.off')}</li><li><span class="day on">1<i>${t('mark.on')}</i></span> ${t('legend.on')}</li><li><span class="day rest">1</span> ${t('legend.rest')}</li><li><span class="day draft">1</span> ${t('legend.draft')}</li></ul>
    <div class="months" @keydown=${walk(state, on)}>${Array.from({ length: 12 }, (_, i) => month(i + 1, state, on))}</div>
  </section>`
