// panel/filters.js – what the list and the map are narrowed by.

import { html } from 'lit-html'
import { live } from 'lit-html/directives/live.js'
import { t } from '../desk/words.js'
import { toggled } from '../lib/address.js'
import { gridNumber } from '../lib/gridNumber.js'
import { local } from '../lib/i18n.js'
import { LIGHTS, shape } from '../lib/lights.js'
import { stateWord, w } from '../parts/words.js'

const OPEN_STATES = ['REPORTED', 'VERIFYING', 'TO_FILE', 'TO_DISPATCH', 'VOID_REVIEW', 'HANDLING', 'RETURN_REVIEW', 'SUSPENDED', 'TO_CHECK', 'CHECKING', 'TO_CLOSE', 'SELF_REVIEW']
const ENDS = ['CLOSED', 'REFUSED', 'LINKED', 'VOIDED']

const choose = (name, filter, choices, on, first = w('all')) => html`
  <label class="field"><span>${t(`filter.${name}`)}</span>
    <select @change=${event => on.narrow({ [name]: event.target.value })} .value=${live([filter[name] ?? ''].flat()[0] ?? '')}>
      ${first === null ? '' : html`<option value="" ?selected=${!filter[name]}>${first}</option>`}
      ${choices.map(([value, words]) => html`<option value=${value} ?selected=${[filter[name]].flat().includes(value)}>${words}</option>`)}
    </select></label>`

const queue = (name, { filter, counts }, on) => html`
  <button type="button" role="tab" aria-selected=${filter.queue === name} @click=${() => on.narrow({ queue: name })}>
    ${t(`list.${name}`)}${name === 'mine' && counts ? html` <span class="badge figures">${counts.mine}</span>` : ''}</button>`

/** Suspended cases are counted by their state. */
const countOf = (counts, name) => (name === 'suspended' ? counts && (counts.states.SUSPENDED ?? 0) : counts?.lights?.[name]) ?? ''

const light = (name, { filter, counts }, on) => html`
  <button type="button" class="chip light-${name}" aria-pressed=${filter.light === name}
    @click=${() => on.narrow({ light: toggled(filter.light, name) })}>
    <span aria-hidden="true">${shape(name)}</span> ${w(`light.${name}`)} <span class="figures">${countOf(counts, name)}</span></button>`

const gridChoices = grids => grids.map(grid => [grid.code, `${gridNumber(grid.number)} ${local(grid.name)}`])
const classChoices = classes => classes.map(thing => [thing.code, `${thing.code} ${local(thing.name)}`])

const all = (state, on) => html`
  <div class="filter-fields">
    ${choose('state', state.filter, [...OPEN_STATES, ...ENDS].map(code => [code, stateWord(code)]), on)}
    ${choose('class', state.filter, classChoices(state.classes), on)}
    ${choose('grid', state.filter, gridChoices(state.grids), on)}
    ${choose('unit', state.filter, state.units.map(({ code, name }) => [code, local(name)]), on)}
    ${choose('source', state.filter, ['collector', 'public', 'higher'].map(code => [code, w(`source.${code}`)]), on)}
    ${choose('sort', { sort: state.filter.sort ?? 'due' }, ['due', '-reportedAt'].map(code => [code, t(`sort.${code}`)]), on, null)}
  </div>`

const SHOWN_AS_CHIP = ['state', 'class', 'grid', 'unit', 'source', 'text', 'from']
const chipWords = (name, { filter, grids, classes, units }) => {
  const value = filter[name]
  const named = (list, key) => local(list.find(entry => entry.code === value)?.[key])
  if (name === 'state') return [value].flat().map(stateWord).join('、')
  if (name === 'class') return named(classes, 'name') || value
  if (name === 'grid') return `${t('filter.grid')} ${grids.find(grid => grid.code === value)?.number ?? value}`
  if (name === 'unit') return named(units, 'name') || value
  if (name === 'source') return w(`source.${value}`)
  if (name === 'from') return `${t('filter.period')} ${value}${filter.to && filter.to !== value ? ` – ${filter.to}` : ''}`
  return `“${value}”`
}

const chips = (state, on) => html`
  <div class="chips">${SHOWN_AS_CHIP.filter(name => state.filter[name]?.length).map(name => html`
    <button type="button" class="chip" @click=${() => on.narrow(name === 'from' ? { from: '', to: '' } : { [name]: '' })}>${chipWords(name, state)} ✕</button>`)}</div>`

export const filters = (state, on) => html`
  <div class="tabs" role="tablist">${['mine', 'open', 'all'].map(name => queue(name, state, on))}
    <button type="button" class="quiet filter-more" aria-expanded=${state.filtersOpen} @click=${on.toggleFilters}>${t('filter.more')}</button></div>
  <div class="chips">${LIGHTS.map(name => light(name, state, on))}</div>
  ${state.filtersOpen ? all(state, on) : ''}
  ${chips(state, on)}`
