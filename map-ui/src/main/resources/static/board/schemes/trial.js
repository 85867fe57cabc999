// board/schemes/trial.js – what a past month's scores would be with the version being written. Nothing of it is kept.

import { html, nothing } from 'lit-html'
import { local } from '../../lib/i18n.js'
import { gradesOf, schemeOf } from '../../lib/schemeDraft.js'
import { gradeOf, scoreOf } from '../../lib/score.js'
import { points, t } from './words.js'

/** Each object with its score as it is and as it would be, the best of the new ones first. Pure. */
export const compared = (found, draft) => {
  const indicators = new Map(found.indicators.map(one => [one.code, one]))
  const manner = { months: 1, zeroIsFull: found.settings.zeroOverZero === 'full' }
  const scheme = schemeOf(draft)
  return found.items
    .map(({ key, name, counts, score }) => ({ key, name, now: score ?? null, then: scoreOf(scheme, indicators, counts, manner) }))
    .sort((a, b) => (b.then ?? -1) - (a.then ?? -1))
}

const difference = ({ now, then }) => {
  if (now === null || then === null) return '–'
  const by = Math.round((then - now) * 100) / 100
  return by < 0 ? `−${points(-by)}` : `+${points(by)}`
}

const graded = (score, grades) => html`${points(score)} <small class="soft">${gradeOf(score, grades) ?? ''}</small>`

export const trial = ({ draft, trialMonth, tried, lastMonth }, on) => html`<section class="trial"><h3>${t('preview')}</h3>
  <div class="row"><label class="field"><span>${t('preview.month')}</span><input type="month" max=${lastMonth} .value=${trialMonth} @change=${event => on.trialMonth(event.target.value)}></label>
    <button type="button" @click=${on.try}>${t('preview.do')}</button><span class="soft">${t('preview.note')}</span></div>
  ${!tried ? nothing : tried.items.length ? html`<div class="scroll"><table class="sheet-table"><thead><tr><th>${t('name')}</th><th class="number">${t('now')}</th><th class="number">${t('then')}</th><th class="number">${t('difference')}</th></tr></thead>
    <tbody>${compared(tried, draft).map(one => html`<tr><th scope="row">${local(one.name)}</th><td class="number figures">${graded(one.now, tried.grades)}</td><td class="number figures"><strong>${graded(one.then, gradesOf(draft))}</strong></td><td class="number figures">${difference(one)}</td></tr>`)}</tbody></table></div>`
    : html`<p class="soft">${t('preview.none')}</p>`}</section>`
