// panel/overview.js – the right side while no case is chosen: today, and the days before.

import { html } from 'lit-html'
import { t } from '../desk/words.js'
import { language } from '../lib/i18n.js'
import { climb, onTimeRate } from '../lib/series.js'
import { theme } from '../lib/theme.js'
import { chartBox } from '../parts/chartBox.js'
import { figure, percent } from '../parts/figures.js'
import { problemWords, w } from '../parts/words.js'
import { callBackList } from './contacts.js'

const FIGURES = ['reported', 'filed', 'handled', 'closed', 'open', 'late']

const readWords = day => w('chart.read', { ...day, rate: percent(onTimeRate(day)) })

export const chartCaption = (days, read) => {
  const found = climb(days)
  return read ? readWords(read) : found ? w('chart.climb', found) : ''
}

export const legend = () => html`
  <ul class="legend" aria-hidden="true">
    <li class="key-reported">${w('figure.reported')}</li><li class="key-handled">${w('figure.handled')}</li>
    <li class="key-closed">${w('figure.closed')}</li><li class="key-rate">${w('chart.onTime')}</li>
    <li class="key-today">${w('chart.today')}</li>
  </ul>`

const chart = (state, on) => (state.days.some(({ reported }) => reported) ? html`
  <h3><a href="/board/">${w('chart.title')}</a></h3>
  <p class="caption figures">${chartCaption(state.days, state.dayRead)}</p>
  <div class="chart" role="img" aria-label="${w('chart.title')}. ${chartCaption(state.days)}" ${chartBox(state.days, language() + theme(), { size: 11, onRead: on.readDay })}></div>
  ${legend()}` : html`<h3>${w('chart.title')}</h3><p class="soft">${w('chart.none')}</p>`)

export const overview = (state, on) => html`
  <div class="case-body overview">
    <p class="soft">${t('case.none')}</p>
    ${callBackList(state.callBacks, state.me.zone, on)}
    <h3>${t('today')}</h3>
    ${state.today ? html`<div class="figures-grid">${FIGURES.map(name => figure(state.today, name))}</div>` : state.todayProblem ? html`<p class="bad">${problemWords(state.todayProblem)}</p>` : html`<div class="skeleton block-skeleton"></div>`}
    ${chart(state, on)}
  </div>`
