// admin/responsibilities/tryIt.js – who would be proposed for a class at a place, and why.

import { html } from 'lit-html'
import { live } from 'lit-html/directives/live.js'
import { local } from '../../lib/i18n.js'
import { className, classSelect, kindSelect, placeName, placeSelect, unitName } from './choices.js'
import { ALWAYS } from './matrix.js'
import { t } from './words.js'

const answered = (state, answer) => html`
  <section class="answer" role="status">
    <h2>${answer.unit ? t('try.answer', { name: local(answer.unit.name) }) : t('try.nobody')}</h2>
    ${answer.reason ? html`<p>${local(answer.reason)}</p>` : ''}
    <h3>${t('try.lines')}</h3>
    ${answer.lines.length ? html`<ol class="speaking">${answer.lines.map(line => html`<li>${className(state, line.kind, line.classPrefix)} × ${placeName(state, line)} → ${unitName(state, line.unitCode)} <span class="soft figures">${line.validFrom === ALWAYS ? t('always') : line.validFrom}</span></li>`)}</ol>` : html`<p class="soft">${t('try.lines.none')}</p>`}
  </section>`

export const tryIt = (state, on) => html`
  <form class="admin-form" @submit=${event => { event.preventDefault(); on.ask() }}>
    <p>${t('try.lead')}</p>
    <label class="field"><span>${t('kind')}</span>${kindSelect(state.asked.kind, kind => on.asked({ kind, class: '' }))}</label>
    <label class="field"><span>${t('class')}</span>${classSelect(state, state.asked.kind, state.asked.class, value => on.asked({ class: value }))}</label>
    <label class="field"><span>${t('place')}</span>${placeSelect(state, state.asked.place, place => on.asked({ place }))}</label>
    ${state.asked.kind === 'component' ? html`<label class="field"><span>${t('try.component')}</span><input class="code" inputmode="numeric" .value=${live(state.asked.component)} @input=${event => on.asked({ component: event.target.value.trim() })}></label>` : ''}
    <button type="submit" class="primary">${t('try.ask')}</button>
  </form>
  ${state.answer ? answered(state, state.answer) : ''}`
