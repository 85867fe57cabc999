// parts/figures.js – today's figures; each opens the cases behind it.

import { html, svg } from 'lit-html'
import { withQuery } from '../lib/http.js'
import { onTimeRate, sparkline } from '../lib/series.js'
import { w } from './words.js'

/** Exactly the cases that a figure counts. */
const PLACES = {
  reported: date => ({ queue: 'all', from: date, to: date, sort: '-reportedAt' }),
  filed: date => ({ queue: 'all', filedFrom: date, filedTo: date, sort: '-reportedAt' }),
  handled: date => ({ queue: 'all', handledFrom: date, handledTo: date, sort: '-reportedAt' }),
  closed: date => ({ queue: 'all', closedFrom: date, closedTo: date, sort: '-reportedAt' }),
  open: () => ({ queue: 'open' }),
  late: () => ({ queue: 'open', light: 'red' }),
  onTime: date => ({ queue: 'all', handledFrom: date, handledTo: date, late: 'false', sort: '-reportedAt' }),
}

export const figurePlace = (name, date) => withQuery('/desk/', PLACES[name](date))

export const percent = rate => (rate === null ? '–' : `${(rate * 100).toFixed(rate === 1 ? 0 : 1)}%`)

const before = (today, name) =>
  (today.sameWeekday?.[name] === undefined ? '' : html`<span class="change soft">${w('figure.before', { n: today.sameWeekday[name] })}</span>`)

export const figure = (today, name) => html`
  <a class="figure" href=${figurePlace(name, today.date)}>
    <span class="figure-name">${w(`figure.${name}`)}</span>
    <span class="figure-value figures">${name === 'onTime' ? percent(onTimeRate(today)) : (today[name] ?? '–')}</span>
    ${name === 'onTime' ? '' : before(today, name)}
  </a>`

export const sparkLine = (numbers, width = 72, height = 20) => html`
  <svg class="spark" width=${width} height=${height} viewBox="0 -1 ${width} ${height + 2}" aria-hidden="true">
    ${svg`<polyline points=${sparkline(numbers, width, height)}></polyline>`}
  </svg>`
