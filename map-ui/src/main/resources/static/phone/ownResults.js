// phone/ownResults.js – what was published about the reader: score, grade and how it came about; the newest first.

import { html, nothing } from 'lit-html'
import { get } from '../lib/http.js'
import { local, locale, translator } from '../lib/i18n.js'
import { newest } from '../lib/ownResults.js'
import { fullMoment } from '../lib/time.js'
import { messages } from './messages.js'
import { empty, skeleton, trouble } from './parts.js'

const t = translator(messages)
const MOST = 6

const shown = value => ((value ?? null) === null ? '–' : Number(value).toLocaleString(locale(), { minimumFractionDigits: 2, maximumFractionDigits: 2 }))

/**
 * The reader's own row of each; never from the phone's memory, for phones are shared and the address is the same for all.
 * @param {'department' | 'collector'} of
 * @returns {Promise<{value: object[]}>}
 */
export const readOwnResults = async of => {
  const { items } = await get('/api/evaluation/results', { of })
  const found = await Promise.all(newest(items, MOST).map(({ id }) => get(`/api/evaluation/results/${encodeURIComponent(id)}`)))
  return { value: found }
}

const rateWords = (part, own) => (part.points !== 'band' && part.code in own.rates ? `${(own.rates[part.code] * 100).toLocaleString(locale(), { maximumFractionDigits: 2 })} %`
  : part.points === 'band' ? String(own.counts[part.code] ?? 0) : '–')

const parts = ({ scheme }, own) => html`<details><summary>${t('own.how')}</summary><table class="own-parts">
  <thead><tr><th>${t('own.part')}</th><th class="number">${t('own.value')}</th><th class="number">${t('own.points')}</th><th class="number">${t('own.weight')}</th></tr></thead><tbody>
  ${scheme.parts.map(part => html`<tr><th scope="row">${local(part.name)}<small>${local(part.formula)}</small></th><td class="number">${rateWords(part, own)}</td><td class="number">${shown(own.points?.[part.code])}</td><td class="number">${part.weight}</td></tr>`)}
  ${scheme.deductions.filter(({ code }) => own.deducted?.[code]).map(one => html`<tr><th scope="row">${local(one.name)}</th><td class="number">${own.counts[one.code] ?? 0}</td><td class="number">−${shown(own.deducted[one.code])}</td><td></td></tr>`)}</tbody></table></details>`

const corrected = one => html`<p class="notice">${t('own.corrected', { was: shown(one.score.was), now: shown(one.score.now) })} <span class="code">${one.cases.join(' ')}</span></p>`

const published = (found, zone) => html`<p class="soft"><small>${local(found.scheme?.name)} · ${t('own.published', { time: fullMoment(found.result.publishedAt, zone) })}</small></p>`

const card = (found, zone) => {
  const [own] = found.items
  if (!own) return html`<li class="card own-result"><p class="strong">${found.result.period.replace('..', ' – ')}</p><p>${t('own.nothing')}</p>${published(found, zone)}</li>`
  const grade = found.grades.find(({ letter }) => letter === own.grade)
  return html`<li class="card own-result">
    <p class="strong">${found.result.period.replace('..', ' – ')}</p>
    <p class="own-score"><b>${shown(own.score)}</b>${own.grade ? html` <span><b>${own.grade}</b> ${local(grade?.name)}</span>` : nothing}
      ${own.rank ? html`<span class="soft">${t('own.rank', { n: own.rank, of: found.result.objects })}</span>` : nothing}</p>
    ${(found.corrections ?? []).map(corrected)}
    ${own.exempt ? html`<p class="soft">${t('own.exempt', { n: own.exempt })}</p>` : nothing}
    ${found.scheme ? parts(found, own) : nothing}
    ${published(found, zone)}</li>`
}

/** @param {{value?: object[], problem?: object} | null} state */
export const ownResults = (state, zone, again) => {
  if (!state) return skeleton(3)
  if (state.problem) return trouble(state.problem, again)
  return state.value.length ? html`<ul class="choices own-results">${state.value.map(found => card(found, zone))}</ul>` : empty(t('own.none'), t('own.none.words'))
}
