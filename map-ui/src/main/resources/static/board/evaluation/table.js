// board/evaluation/table.js – the league: rank, score and grade, indicators, counts; every count opens its cases.

import { html, nothing } from 'lit-html'
import { local } from '../../lib/i18n.js'
import { casesOf } from '../../lib/period.js'
import { percent, points, t, whole } from './words.js'

const climbed = change => {
  const rank = change?.rank
  if ((rank ?? null) === null) return nothing
  return html`<small class="soft">${rank < 0 ? `▲ ${t('up', { n: -rank })}` : rank > 0 ? `▼ ${t('down', { n: rank })}` : t('same')}</small>`
}

const grade = (letter, grades) => {
  const known = grades.find(one => one.letter === letter)
  return letter ? html`<span class="grade"><i class="grade-mark grade-${letter}" aria-hidden="true"></i><strong>${letter}</strong> <small class="soft">${local(known?.name)}</small></span>` : '–'
}

const count = (item, one) => {
  const n = item.counts[one.code]
  const address = n ? casesOf(one.link, item.key) : null
  return html`<td class="number figures">${address ? html`<a href=${address}>${whole(n)}</a>` : whole(n)}</td>`
}

const row = (item, found, chosen, on) => html`
  <tr class=${item.key === chosen ? 'chosen' : ''}>
    <td class="number figures">${item.rank ?? '–'}</td>
    <th scope="row"><button type="button" class="quiet" aria-expanded=${item.key === chosen} @click=${() => on.choose(item.key)}>${local(item.name)}</button></th>
    ${found.scheme ? html`<td class="number figures"><strong>${points(item.score)}</strong></td><td>${grade(item.grade, found.grades)}</td><td>${climbed(item.change)}</td>` : nothing}
    ${found.indicators.map(({ code }) => html`<td class="number figures">${percent(item.rates[code])}</td>`)}
    ${found.counts.map(one => count(item, one))}
  </tr>
  ${item.key === chosen ? how(item, found) : nothing}`

const columns = found => 2 + (found.scheme ? 3 : 0) + found.indicators.length + found.counts.length

const how = (item, found) => html`<tr class="how"><td colspan=${columns(found)}><div class="how-box">
  <h3>${t('how')}</h3>
  ${found.scheme ? html`<table><thead><tr><th>${t('name')}</th><th>${t('formula')}</th><th class="number">${t('weight')}</th><th class="number">${t('rate')}</th><th class="number">${t('got')}</th></tr></thead><tbody>
    ${found.scheme.parts.map(part => html`<tr><th scope="row">${local(part.name)}</th><td>${local(part.formula)}</td><td class="number figures">${whole(part.weight)}</td>
      <td class="number figures">${part.code in item.rates ? percent(item.rates[part.code]) : part.code in item.counts ? whole(item.counts[part.code]) : '–'}</td><td class="number figures">${points(item.points?.[part.code])}</td></tr>`)}
    ${found.scheme.deductions.map(one => html`<tr><th scope="row">${local(one.name)}</th><td>${t('deducted')} ${one.each}</td><td></td><td class="number figures">${whole(item.counts[one.code])}</td><td class="number figures">${item.deducted?.[one.code] ? `−${points(item.deducted[one.code])}` : '–'}</td></tr>`)}
    </tbody></table>` : html`<p class="soft">${t('scheme.none')}</p>`}
  ${item.exempt ? html`<p class="soft">${t('exempt', { n: item.exempt })}</p>` : nothing}</div></td></tr>`

export const table = ({ found, chosen }, on) => (found.items.length ? html`
  <div class="scroll"><table class="league">
    <thead><tr><th class="number">${t('rank')}</th><th>${t('name')}</th>${found.scheme ? html`<th class="number">${t('score')}</th><th>${t('grade')}</th><th>${t('change')}</th>` : nothing}
      ${found.indicators.map(one => html`<th class="number" title=${local(one.formula)}>${local(one.name)}</th>`)}
      ${found.counts.map(one => html`<th class="number">${local(one.name)}</th>`)}</tr></thead>
    <tbody>${found.items.map(item => row(item, found, chosen, on))}</tbody>
    ${found.total ? html`<tfoot><tr><td></td><th scope="row">${t('total')}</th>${found.scheme ? html`<td></td><td></td><td></td>` : nothing}
      ${found.indicators.map(({ code }) => html`<td class="number figures">${percent(found.total.rates[code])}</td>`)}
      ${found.counts.map(({ code }) => html`<td class="number figures">${whole(found.total.counts[code])}</td>`)}</tr></tfoot>` : nothing}
  </table></div>` : html`<div class="empty"><p>${t('none')}</p><p class="soft">${t('none.words')}</p></div>`)
