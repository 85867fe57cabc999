// admin/responsibilities/matrix.js – the lines of the matrix: narrowed, changed where they stand, added, taken in and out.

import { html } from 'lit-html'
import { live } from 'lit-html/directives/live.js'
import { EXPORT } from '../../server/routing.js'
import { w } from '../../parts/words.js'
import { className, classSelect, kindSelect, placeName, placeSelect, unitName, unitSelect } from './choices.js'
import { t } from './words.js'

export const ALWAYS = '2000-01-01'
export const keyOf = line => [line.kind, line.classPrefix, line.divisionCode, line.dutyGridCode, line.validFrom].join(' ')

const since = day => (day === ALWAYS ? t('always') : day)

const filters = (state, on) => html`
  <div class="filters">
    ${kindSelect(state.filter.kind, kind => on.filter({ kind, class: '' }), true)}
    ${classSelect(state, state.filter.kind, state.filter.class, value => on.filter({ class: value }), t('class.all'))}
    ${placeSelect(state, state.filter.place, place => on.filter({ place }), t('place.all'))}
    ${unitSelect(state, state.filter.unit, unit => on.filter({ unit }), t('unit.all'))}
    <label class="check"><input type="checkbox" .checked=${live(state.filter.today)} @change=${event => on.filter({ today: event.target.checked })}> ${t('at')}</label>
  </div>`

const shown = (line, state, on) => html`
  <tr><td>${t(`kind.${line.kind}`)}</td><td>${className(state, line.kind, line.classPrefix)}</td><td>${placeName(state, line)}</td><td><strong>${unitName(state, line.unitCode)}</strong></td><td class="figures">${since(line.validFrom)}</td><td class="soft">${line.setBy ?? ''}</td>
    <td class="acts"><button type="button" class="quiet" @click=${() => on.edit(line)}>${t('edit')}</button><button type="button" class="quiet" @click=${() => on.remove(line)}>${t('delete')}</button></td></tr>`

const editing = (line, state, on) => html`
  <tr class="editing"><td>${t(`kind.${line.kind}`)}</td><td>${className(state, line.kind, line.classPrefix)}</td><td>${placeName(state, line)}</td>
    <td>${unitSelect(state, state.form.unitCode, unitCode => on.form({ unitCode }), t('unit.choose'))}</td>
    <td><input type="date" aria-label=${t('from')} .value=${live(state.form.validFrom)} @input=${event => on.form({ validFrom: event.target.value })}></td><td class="soft">${t('edit.hint')}</td>
    <td class="acts"><button type="button" class="primary" @click=${on.saveEdit}>${t('save')}</button><button type="button" class="quiet" @click=${on.cancel}>${w('cancel')}</button></td></tr>`

const adding = (state, on) => html`
  <form class="admin-form add" @submit=${event => { event.preventDefault(); on.add() }}>
    <h2>${t('add')}</h2>
    <label class="field"><span>${t('kind')}</span>${kindSelect(state.fresh.kind, kind => on.fresh({ kind, classPrefix: '' }))}</label>
    <label class="field"><span>${t('class')}</span>${classSelect(state, state.fresh.kind, state.fresh.classPrefix, classPrefix => on.fresh({ classPrefix }))}</label>
    <label class="field"><span>${t('place')}</span>${placeSelect(state, state.fresh.place, place => on.fresh({ place }))}</label>
    <label class="field"><span>${t('unit')}</span>${unitSelect(state, state.fresh.unitCode, unitCode => on.fresh({ unitCode }), t('unit.choose'))}</label>
    <label class="field"><span>${t('from')}</span><input type="date" .value=${live(state.fresh.validFrom)} @input=${event => on.fresh({ validFrom: event.target.value })}></label>
    <button type="submit" class="primary">${t('add')}</button>
  </form>`

export const matrix = (state, on) => {
  const { lines, edited } = state
  if (!lines) return html`<div class="skeleton block-skeleton"></div>`
  return html`
    ${filters(state, on)}
    <div class="row between"><span class="soft figures">${t('count', { n: lines.length })}</span>
      <span class="row"><a class="button" href=${EXPORT} download>${t('export')}</a><label class="button">${t('import')}<input type="file" accept=".csv,text/csv" class="hidden-file" @change=${on.take}></label></span></div>
    ${lines.length ? html`<div class="scroll"><table class="lines"><thead><tr>${['kind', 'class', 'place', 'unit', 'from', 'by'].map(key => html`<th>${t(key)}</th>`)}<th></th></tr></thead>
      <tbody>${lines.map(line => (keyOf(line) === edited ? editing : shown)(line, state, on))}</tbody></table></div>` : html`<p class="empty"><span>${t('none')}</span><span>${t('none.words')}</span></p>`}
    <p class="soft">${t('order')}</p>
    ${adding(state, on)}`
}
