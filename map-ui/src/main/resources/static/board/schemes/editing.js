// board/schemes/editing.js – a new version being written: parts with weights and bands, deductions, the day it begins.

import { html, nothing } from 'lit-html'
import { local } from '../../lib/i18n.js'
import { FEWEST_GRADES, MOST_GRADES, faultsOf, fewerGrades, gradesOf, isWhole, moreGrades } from '../../lib/schemeDraft.js'
import { weightsOf } from '../../lib/score.js'
import { w } from '../../parts/words.js'
import { t } from './words.js'

const number = (value, label, change, { max = '', step = 'any' } = {}) => html`<input type="number" min="0" max=${max} step=${step} .value=${String(value ?? '')} aria-label=${label} @input=${event => change(event.target.value)}>`

const nameOf = (code, { indicators, counts }) => local(indicators.get(code)?.name ?? counts.get(code)?.name) || code

const of = (all, kind) => [...all.values()].filter(one => one.of.includes(kind))

const drop = act => html`<button type="button" class="quiet icon" title=${t('remove')} aria-label=${t('remove')} @click=${act}>✕</button>`

const bands = (part, change) => {
  const set = (at, patch) => change({ bands: part.bands.map((band, i) => (i === at ? { ...band, ...patch } : band)) })
  return html`<ol class="bands">${part.bands.map((band, i) => html`<li>${t('up.to')} ${number(band.upTo, t('up.to'), upTo => set(i, { upTo }), { step: 1 })}${band.upTo === '' ? html` <small class="soft">(${t('up.any')})</small>` : nothing}
      ${t('worth')} ${number(band.points, t('worth'), points => set(i, { points }), { max: 100 })} ${drop(() => change({ bands: part.bands.filter((_, at) => at !== i) }))}</li>`)}</ol>
    <button type="button" class="quiet" @click=${() => change({ bands: [...part.bands, { upTo: '', points: '' }] })}>＋ ${t('band.add')}</button>`
}

const manner = (part, change) => {
  if (part.points === 'band') return bands(part, change)
  return html`<select aria-label=${t('points')} @change=${event => change({ points: event.target.value })}>${['rate', 'complement', 'step'].map(points => html`<option value=${points} ?selected=${part.points === points}>${t(points)}</option>`)}</select>
    ${part.points === 'step' ? html`<div class="row"><label>${t('step.from')} ${number(part.from, t('step.from'), from => change({ from }), { max: 100 })}</label><label>${t('step.off')} ${number(part.off, t('step.off'), off => change({ off }))}</label></div>` : nothing}`
}

const partRow = (part, at, state, on) => {
  const change = patch => on.part(at, patch)
  return html`<tr><th scope="row">${nameOf(part.code, state)}</th><td>${number(part.weight, `${t('weight')} ${nameOf(part.code, state)}`, weight => change({ weight }), { max: 1000 })}</td>
    <td>${manner(part, change)}</td><td>${drop(() => on.dropPart(at))}</td></tr>`
}

const adding = (words, options, add) => html`<select class="adding" @change=${event => { if (event.target.value) add(event.target.value); event.target.value = '' }}><option value="">＋ ${words}</option>
  ${options.map(({ code, name }) => html`<option value=${code}>${local(name)}</option>`)}</select>`

const field = (name, draft, on, more = {}) => html`<label class="field"><span>${t(more.words ?? name)}</span><input name=${name} type=${more.type ?? 'text'} min=${more.min ?? nothing} maxlength="100" required .value=${draft[name]} @input=${event => on.draft({ [name]: event.target.value })}></label>`

const deductions = (draft, state, on) => html`<h3>${t('deductions')}</h3><ul class="offs">${draft.deductions.map((one, i) => html`
    <li>${nameOf(one.code, state)} ${t('each')} ${number(one.each, `${t('each')} ${nameOf(one.code, state)}`, each => on.deduction(i, { each }))} ${drop(() => on.dropDeduction(i))}</li>`)}</ul>
  ${adding(t('deduction.add'), of(state.counts, draft.of).filter(({ code }) => draft.deductions.every(one => one.code !== code)), on.addDeduction)}`

const grades = (draft, on) => html`<h3>${t('grades')}</h3><ul class="offs">${gradesOf(draft).map(({ letter }, i) => html`
    <li><strong>${letter}</strong> ${i === draft.grades.length - 1 ? html`<span class="soft">${t('grade.rest')}</span>` : html`${t('grade.least')} ${number(draft.grades[i], `${letter} ${t('grade.least')}`, from => on.grade(i, from), { max: 99 })}`}</li>`)}</ul>
  <div class="row">${draft.grades.length < MOST_GRADES ? html`<button type="button" class="quiet" @click=${() => on.grades(moreGrades(draft.grades))}>＋ ${t('grade.more')}</button>` : nothing}
    ${draft.grades.length > FEWEST_GRADES ? html`<button type="button" class="quiet" @click=${() => on.grades(fewerGrades(draft.grades))}>${t('grade.fewer')}</button>` : nothing}</div>`

export const editing = (state, on) => {
  const { draft, today } = state
  const faults = faultsOf(draft)
  const free = [...of(state.indicators, draft.of), ...of(state.counts, draft.of)].filter(({ code }) => draft.parts.every(part => part.code !== code))
  return html`<form class="editing" @submit=${event => { event.preventDefault(); on.save() }}><h3>${t('form', { name: local({ zh: draft.zh, en: draft.en }) })}</h3>
    <div class="row">${field('validFrom', draft, on, { words: 'valid.from', type: 'date', min: today })}${field('zh', draft, on, { words: 'name.zh' })}${field('en', draft, on, { words: 'name.en' })}</div>
    <p class="hint">${t('valid.hint')}</p>
    <div class="scroll"><table class="sheet-table"><thead><tr><th>${t('part')}</th><th>${t('weight')}</th><th>${t('points')}</th><th></th></tr></thead>
      <tbody>${draft.parts.map((part, i) => partRow(part, i, state, on))}</tbody>
      <tfoot><tr><th scope="row">${t('sum')}</th><td class="number figures" data-sum>${weightsOf(draft.parts)}</td><td colspan="2"></td></tr></tfoot></table></div>
    ${adding(t('part.add'), free, on.addPart)}
    ${deductions(draft, state, on)}
    ${grades(draft, on)}
    ${isWhole(draft) ? nothing : html`<p class="fault" role="status">! ${t('sum.off')}</p>`}
    ${faults.map(fault => html`<p class="fault" role="status">! ${t(fault)}</p>`)}
    ${state.draftProblem ? html`<p class="bad" role="alert">${state.draftProblem}</p>` : nothing}
    <div class="row"><button type="submit" class="primary" ?disabled=${faults.length > 0}>${t('save')}</button><button type="button" @click=${on.cancel}>${w('cancel')}</button></div></form>`
}
