// panel/filters.js – what the list and the map are narrowed by.

import { html } from 'lit-html'
import { live } from 'lit-html/directives/live.js'
import { t } from '../desk/words.js'
import { toggled } from '../lib/address.js'
import { gridNumber } from '../lib/gridNumber.js'
import { local } from '../lib/i18n.js'
import { LIGHTS, shape } from '../lib/lights.js'
import { chipsOf, FLAGS, orderOf } from '../lib/narrowing.js'
import { fullMoment } from '../lib/time.js'
import { stateWord, w } from '../parts/words.js'
import { t as c } from './words.js'

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
  <button type="button" class="chip light-${name}" aria-pressed=${[filter.light].flat().includes(name)}
    @click=${() => on.narrow({ light: toggled([filter.light].flat().join(), name) })}>
    <span aria-hidden="true">${shape(name)}</span> ${w(`light.${name}`)} <span class="figures">${countOf(counts, name)}</span></button>`

const gridChoices = grids => grids.map(grid => [grid.code, `${gridNumber(grid.number)} ${local(grid.name)}`])

/** Components and events have codes of their own: the same four digits may name one of each. */
const classField = ({ filter, classes }, on) => html`
  <label class="field"><span>${t('filter.class')}</span>
    <select @change=${event => { const [kind = '', code = ''] = event.target.value.split(' '); on.narrow({ kind, class: code }) }}>
      <option value="" ?selected=${!filter.class}>${w('all')}</option>
      ${classes.map(({ kind, code, name }) => html`<option value="${kind} ${code}" ?selected=${filter.class === code && (!filter.kind || filter.kind === kind)}>${code} ${local(name)}</option>`)}
    </select></label>`

const all = (state, on) => html`
  <div class="filter-fields">
    ${choose('state', state.filter, [...OPEN_STATES, ...ENDS].map(code => [code, stateWord(code)]), on)}
    ${classField(state, on)}
    ${choose('grid', state.filter, gridChoices(state.grids), on)}
    ${choose('unit', state.filter, state.units.map(({ code, name }) => [code, local(name)]), on)}
    ${choose('source', state.filter, ['collector', 'public', 'higher'].map(code => [code, w(`source.${code}`)]), on)}
    ${choose('sort', { sort: orderOf(state.filter) }, ['due', '-reportedAt'].map(code => [code, t(`sort.${code}`)]), on, null)}
  </div>`

const named = (list, code, key = 'name') => local(list.find(entry => entry.code === code)?.[key]) || code

/** A class, both that share a code, or the beginning of codes. */
const classWords = (found, code) => (found.length ? `${code} ${found.map(({ name }) => local(name)).join(' / ')}` : `${code}…`)

const dayWords = (text, zone) => (text.includes('T') ? fullMoment(text, zone) : text)

const periodWords = ([from, to], zone) =>
  (from && to ? (from === to ? from : `${dayWords(from, zone)} – ${dayWords(to, zone)}`)
    : from ? c('since', { day: dayWords(from, zone) }) : c('until', { day: dayWords(to, zone) }))

const ACTIONS = actions => code => local(actions.find(({ action }) => action === code)?.words) || code

/** How each narrowing names its values. */
const VALUES = {
  state: () => stateWord,
  division: ({ divisions }) => code => named(divisions, code),
  grid: ({ grids }) => code => gridNumber(grids.find(grid => grid.code === code)?.number ?? code),
  kind: () => code => w(`kind.${code}`),
  class: ({ classes, filter }) => code => classWords(classes.filter(thing => thing.code === code && (!filter.kind || thing.kind === filter.kind)), code),
  unit: ({ units }) => code => named(units, code),
  source: () => code => w(`source.${code}`),
  channel: () => code => w(`channel.${code}`),
  supervised: () => code => c(`supervised.${code}`),
  stuck: () => code => c(`stuck.${code}`),
  request: () => code => c(`request.${code}`),
  action: ({ actions }) => ACTIONS(actions),
  opened: ({ actions }) => ACTIONS(actions),
  stage: () => stateWord,
  receiver: ({ units }) => code => named(units, code),
  stageReceiver: ({ units }) => code => named(units, code),
  actedUnit: ({ units }) => code => named(units, code),
  text: () => words => `“${words}”`,
}

/** Those whose values need no name before them. */
const PLAIN = new Set(['state', 'kind', 'class', 'unit', 'source', 'channel', 'text', 'supervised', 'stuck', 'division'])

const chipWords = ({ name, values }, state) => {
  if (name.startsWith('period.')) return `${c(name)} ${periodWords(values, state.me.zone)}`
  if (FLAGS.includes(name)) return values[0] === 'false' ? c('not', { what: c(`flag.${name}`) }) : c(`flag.${name}`)
  const words = values.map(VALUES[name]?.(state) ?? String).join(c('and'))
  return PLAIN.has(name) ? words : `${c(`name.${name}`)} ${words}`
}

const chips = (state, on) => html`
  <div class="chips">${chipsOf(state.filter).map(chip => html`
    <button type="button" class="chip" data-chip=${chip.name} title=${c('take.out')} @click=${() => on.narrow(Object.fromEntries(chip.names.map(name => [name, ''])))}>
      ${chipWords(chip, state)} <span aria-hidden="true">✕</span></button>`)}</div>`

export const filters = (state, on) => html`
  <div class="tabs" role="tablist">${['mine', 'open', 'all'].map(name => queue(name, state, on))}
    <button type="button" class="quiet filter-more" aria-expanded=${state.filtersOpen} @click=${on.toggleFilters}>${t('filter.more')}</button></div>
  <div class="chips">${[...LIGHTS, ...([state.filter.light].flat().includes('none') ? ['none'] : [])].map(name => light(name, state, on))}</div>
  ${state.filtersOpen ? all(state, on) : ''}
  ${chips(state, on)}`
