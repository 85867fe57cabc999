// board/evaluation/how.js – how a score comes about: each formula with its numbers, each number with its cases; and how it was before.

import { html, nothing } from 'lit-html'
import { local } from '../../lib/i18n.js'
import { casesOf, periodWords } from '../../lib/period.js'
import { shares } from '../../lib/score.js'
import { sparkLine } from '../../parts/figures.js'
import { gradeMark, percent, points, t, whole } from './words.js'

/** A count with its name; opens its cases where a list shows exactly these. */
const term = (code, item, found) => {
  const known = found.counts.find(one => one.code === code)
  const n = item.counts[code] ?? 0
  const address = n ? casesOf(known?.link, item.key) : null
  return html`${local(known?.name) || code} ${address ? html`<a class="figures" href=${address}>${whole(n)}</a>` : html`<span class="figures">${whole(n)}</span>`}`
}

const quotient = ({ code, numerator, less, denominator }, item, found) => html`
  ${less ? html`(${term(numerator, item, found)} − ${term(less, item, found)})` : term(numerator, item, found)} ÷ ${term(denominator, item, found)} = <strong class="figures">${percent(item.rates[code])}</strong>`

const bandWords = ({ bands }) => bands.map(({ upTo, points: worth }) => ((upTo ?? null) === null ? t('band.above', { points: worth }) : t('band', { n: whole(upTo), points: worth }))).join(t('list'))

/** What turns the value into points. */
const rule = part => {
  switch (part.points) {
    case 'band': return t('rule.band', { bands: bandWords(part) })
    case 'complement': return t('rule.complement')
    case 'step': return t('rule.step', { from: percent(part.from), off: part.off, weight: part.weight })
    default: return t('rule.rate')
  }
}

const nothingToDo = (part, item, found) => (part.points !== 'band' && !(part.code in item.rates) ? html` <small class="soft">${t(found.settings.zeroOverZero === 'full' ? 'zero.full' : 'zero.out')}</small>` : nothing)

const partRow = (part, share, item, found) => {
  const indicator = found.indicators.find(({ code }) => code === part.code)
  return html`<tr><th scope="row">${local(part.name)}</th>
    <td>${indicator && part.points !== 'band' ? quotient(indicator, item, found) : term(part.code, item, found)}${nothingToDo(part, item, found)}<br><small class="soft">${rule(part)}</small></td>
    <td class="number figures">${points(item.points?.[part.code])}</td><td class="number figures">${whole(part.weight)}</td><td class="number figures">${points(share)}</td></tr>`
}

const offRow = (one, share, item, found) => html`<tr><th scope="row">${t('deducted')}</th>
  <td>${term(one.code, item, found)} × ${one.each}</td><td></td><td></td><td class="number figures">${share ? `−${points(share)}` : '–'}</td></tr>`

const working = (item, found) => {
  const { parts, off, sum } = shares(found.scheme, item)
  const kept = (item.score ?? null) !== null && Math.abs(sum - item.score) > 0.02
  return html`<table><thead><tr><th>${t('part')}</th><th>${t('formula')}</th><th class="number">${t('got')}</th><th class="number">${t('weight')}</th><th class="number">${t('share')}</th></tr></thead>
    <tbody>${found.scheme.parts.map((part, i) => partRow(part, parts[i].share, item, found))}${found.scheme.deductions.map((one, i) => offRow(one, off[i].share, item, found))}</tbody>
    <tfoot><tr><th scope="row" colspan="4">${t('score')} ${kept ? html`<small class="soft">${t('kept', { sum: points(sum) })}</small>` : nothing}</th><td class="number figures"><strong>${points(item.score)}</strong></td></tr></tfoot></table>`
}

const indicators = (item, found) => html`<p class="soft">${t('scheme.none')}</p>
  <table><tbody>${found.indicators.map(one => html`<tr><th scope="row">${local(one.name)}</th><td>${quotient(one, item, found)}</td></tr>`)}</tbody></table>`

const past = (one, state) => {
  const query = new URLSearchParams({ of: state.of, ...one.asked, ...(state.scheme ? { scheme: state.scheme } : {}), key: state.key })
  return html`<li><a class="figures" href="?${query}">${periodWords(one.asked)}</a>
    ${one.item ? html`<strong class="figures">${points(one.item.score)}</strong> ${gradeMark(one.item.grade, state.found.grades)} ${one.item.rank ? html`<small class="soft">${t('place', { n: one.item.rank })}</small>` : nothing}` : html`<span class="soft">–</span>`}</li>`
}

const trend = state => {
  if (!state.found.scheme || state.id) return nothing
  if (!state.trend) return html`<div class="skeleton line" aria-busy="true"></div>`
  const scores = state.trend.map(({ item }) => item?.score).filter(score => (score ?? null) !== null)
  return html`<div class="trend"><h3>${t('trend')} ${scores.length > 1 ? sparkLine(scores, 120, 24) : nothing}</h3><ol>${state.trend.map(one => past(one, state))}</ol></div>`
}

export const how = (item, state) => html`
  <h3>${t('how')}</h3>
  ${state.found.scheme ? working(item, state.found) : indicators(item, state.found)}
  ${item.exempt ? html`<p class="soft">${t('exempt', { n: item.exempt })}</p>` : nothing}
  ${trend(state)}`
