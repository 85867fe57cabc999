// enquiries/figuresView.js – kinds as columns, channels as rows, and how much was closed on time; every number opens its requests.

import { html } from 'lit-html'
import { live } from 'lit-html/directives/live.js'
import { local } from '../lib/i18n.js'
import { problemWords } from '../parts/words.js'
import { lineOf, listOf, percent } from './model.js'
import { CHANNELS, KINDS, t } from './words.js'

const number = (n, href) => (n ? html`<a class="figures" href=${href}>${n}</a>` : html`<span class="soft figures">${n === 0 ? '0' : '–'}</span>`)

const ofKind = (report, kind, channel) => {
  const line = lineOf(report.items, kind, channel)
  return html`<td class="number group">${number(line?.received, listOf(report, { kind, channel }))}</td>
    <td class="number">${line?.closed ? html`<a class="figures" href=${listOf(report, { kind, channel, ended: 'true', late: 'false' })}>${percent(line.onTimeRate)}</a>` : html`<span class="soft">–</span>`}</td>`
}

const satisfaction = (line, report, channel) => {
  if (!line?.rated) return html`<span class="soft">–</span>`
  const words = t('satisfied.of', { n: line.rated, rate: percent(line.satisfied / line.rated) })
  return html`<a href=${listOf(report, { channel, rated: 'true' })} title=${words}>${line.meanStars ? t('stars', { n: line.meanStars.toFixed(1) }) : percent(line.satisfied / line.rated)}</a>`
}

const sums = (report, channel) => {
  const line = lineOf(report.items, null, channel)
  return html`<td class="number group">${number(line?.received, listOf(report, { channel }))}</td>
    <td class="number">${number(line?.closed, listOf(report, { channel, ended: 'true' }))}</td>
    <td class="number">${line?.closed ? html`<a class="figures" href=${listOf(report, { channel, ended: 'true', late: 'false' })}>${percent(line.onTimeRate)}</a>` : html`<span class="soft">–</span>`}</td>
    <td class="number">${number(line?.overdue, listOf(report, { channel, light: 'red' }))}</td>
    <td class="number">${satisfaction(line, report, channel)}</td>`
}

const row = (report, channel) => html`<tr><th scope="row">${t(`channel.${channel}`)}</th>${KINDS.map(kind => ofKind(report, kind, channel))}${sums(report, channel)}</tr>`

const table = report => html`
  <div class="scroll"><table class="report">
    <thead>
      <tr><th rowspan="2" scope="col">${t('channel')}</th>${KINDS.map(kind => html`<th colspan="2" scope="colgroup" class="group">${t(`kind.${kind}`)}</th>`)}<th colspan="5" scope="colgroup" class="group">${t('total')}</th></tr>
      <tr>${KINDS.map(() => html`<th scope="col" class="number group">${t('received.n')}</th><th scope="col" class="number">${t('onTime')}</th>`)}
        <th scope="col" class="number group">${t('received.n')}</th><th scope="col" class="number">${t('closed.n')}</th><th scope="col" class="number">${t('onTime.long')}</th><th scope="col" class="number">${t('overdue.n')}</th><th scope="col" class="number">${t('satisfaction')}</th></tr>
    </thead>
    <tbody>${CHANNELS.map(channel => row(report, channel))}</tbody>
    <tfoot><tr><th scope="row">${t('total')}</th>${KINDS.map(kind => ofKind(report, kind, null))}${sums(report, null)}</tr></tfoot>
  </table></div>`

const sentence = report => {
  const all = lineOf(report.items, null, null)
  return all?.received
    ? t(all.closed ? 'sentence' : 'sentence.open', { from: report.from, to: report.to, received: all.received, closed: all.closed, rate: percent(all.onTimeRate) })
    : t('sentence.none', { from: report.from, to: report.to })
}

export const figuresView = (state, on) => {
  const { figures, from, to } = state
  const input = (name, value) => html`<label class="field"><span>${t(name === 'to' ? 'to.day' : name)}</span>
    <input type="date" .value=${live(value)} @change=${event => on.between({ [name]: event.target.value })}></label>`
  return html`<section class="figures-page">
    <div class="period">${input('from', from)}${input('to', to)}
      <div class="row">${['days', 'month', 'last.month', 'year'].map(name => html`<button type="button" @click=${() => on.period(name)}>${t(name)}</button>`)}</div></div>
    ${state.figuresProblem ? html`<p class="bad" role="alert">${problemWords(state.figuresProblem)}</p>` : ''}
    ${figures ? html`<h2>${t('figures.title')}</h2><p class="sentence">${sentence(figures)}</p>${table(figures)}
      <p class="hint">${t('footnote', { limits: figures.kinds.map(({ words, limitDays }) => t('limit.of', { kind: local(words), n: limitDays })).join(', ') })}</p>`
    : html`<div class="skeleton block-skeleton"></div>`}
  </section>`
}
