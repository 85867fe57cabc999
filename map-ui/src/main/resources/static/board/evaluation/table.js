// board/evaluation/table.js – the league: rank, score and grade, indicators, counts; every count opens its cases.

import { html, nothing } from 'lit-html'
import { repeat } from 'lit-html/directives/repeat.js'
import { local } from '../../lib/i18n.js'
import { casesOf } from '../../lib/period.js'
import { how } from './how.js'
import { gradeMark, percent, points, signed, t, whole } from './words.js'

const climbed = change => {
  if (!change) return nothing
  const { rank, score } = change
  const places = (rank ?? null) === null ? '' : rank < 0 ? `▲ ${t('up', { n: -rank })}` : rank > 0 ? `▼ ${t('down', { n: rank })}` : t('same')
  return html`<small class="soft figures">${places}${(score ?? null) === null ? '' : ` ${signed(score)}`}</small>`
}

const count = (item, one) => {
  const n = item.counts[one.code]
  const address = n ? casesOf(one.link, item.key) : null
  return html`<td class="number figures">${address ? html`<a href=${address}>${whole(n)}</a>` : whole(n)}</td>`
}

const columns = found => 2 + (found.scheme ? 3 : 0) + found.indicators.length + found.counts.length

const opened = (item, state) => html`<tr class="how"><td colspan=${columns(state.found)}><div class="how-box">${how(item, state)}</div></td></tr>`

const row = (item, state, on) => {
  const { found, key: chosen, hovered } = state
  return html`
  <tr class="${item.key === chosen ? 'chosen' : ''} ${item.key === hovered ? 'hovered' : ''}" data-key=${item.key}
    @pointerenter=${() => on.hover(item.key)} @pointerleave=${() => on.leave(item.key)}>
    <td class="number figures">${item.rank ?? '–'}</td>
    <th scope="row"><button type="button" class="quiet" aria-expanded=${item.key === chosen} @click=${() => on.choose(item.key)}>${local(item.name)}</button></th>
    ${found.scheme ? html`<td class="number figures"><strong>${points(item.score)}</strong></td><td>${gradeMark(item.grade, found.grades)}</td><td>${climbed(item.change)}</td>` : nothing}
    ${found.indicators.map(({ code }) => html`<td class="number figures">${percent(item.rates[code])}</td>`)}
    ${found.counts.map(one => count(item, one))}
  </tr>
  ${item.key === chosen ? opened(item, state) : nothing}`
}

/** So many at once. */
export const SHOWN = 100

/** The first ones, and whoever is chosen however far down. */
const shownOf = ({ found, key, shown, apart }) => [
  ...found.items.filter((item, i) => i < shown || item.key === key),
  ...(apart && apart.key === key && !found.items.some(item => item.key === key) ? [apart] : []),
]

const totals = found => html`<tfoot><tr><td></td><th scope="row">${t('total')}</th>${found.scheme ? html`<td></td><td></td><td></td>` : nothing}
  ${found.indicators.map(({ code }) => html`<td class="number figures">${percent(found.total.rates[code])}</td>`)}
  ${found.counts.map(({ code }) => html`<td class="number figures">${whole(found.total.counts[code])}</td>`)}</tr></tfoot>`

export const table = (state, on) => {
  const { found } = state
  if (!found.items.length) return html`<div class="empty"><p>${t('none')}</p><p class="soft">${t('none.words')}</p></div>`
  const shown = shownOf(state)
  return html`<div class="scroll"><table class="league">
    <thead><tr><th class="number">${t('rank')}</th><th>${t('name')}</th>${found.scheme ? html`<th class="number">${t('score')}</th><th>${t('grade')}</th><th>${t('change')}</th>` : nothing}
      ${found.indicators.map(one => html`<th class="number" title=${local(one.formula)}>${local(one.name)}</th>`)}
      ${found.counts.map(one => html`<th class="number">${local(one.name)}</th>`)}</tr></thead>
    <tbody>${repeat(shown, ({ key }) => key, item => row(item, state, on))}</tbody>
    ${found.total ? totals(found) : nothing}
  </table></div>
  ${shown.length < found.count ? html`<button type="button" class="more" ?disabled=${state.more} @click=${on.more}>${t('more', { shown: shown.length, n: found.count })}</button>` : nothing}`
}
