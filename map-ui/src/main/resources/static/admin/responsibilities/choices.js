// admin/responsibilities/choices.js – classes, places and units to choose from, and their names.

import { html } from 'lit-html'
import { gridNumber } from '../../lib/gridNumber.js'
import { local } from '../../lib/i18n.js'
import { t } from './words.js'

const option = (value, words, chosen) => html`<option value=${value} ?selected=${value === chosen}>${words}</option>`

/** Major classes before their minor ones, each once. */
const classesOf = (classes, kind) => {
  const list = []
  for (const one of classes.filter(it => it.kind === kind)) {
    const major = one.code.slice(0, 2)
    if (!list.some(([code]) => code === major)) list.push([major, t('class.major', { name: local(one.major) })])
    list.push([one.code, local(one.name)])
  }
  return list
}

export const classSelect = (state, kind, chosen, change, first) => html`
  <select aria-label=${t('class')} @change=${event => change(event.target.value)}>${option('', first ?? (kind ? t(`class.all.${kind}`) : t('class.all')), chosen)}
    ${kind ? classesOf(state.classes, kind).map(([code, words]) => option(code, `${code} ${words}`, chosen)) : ''}</select>`

export const kindSelect = (chosen, change, all) => html`
  <select aria-label=${t('kind')} @change=${event => change(event.target.value)}>${all ? option('', t('kind.all'), chosen) : ''}${option('component', t('kind.component'), chosen)}${option('event', t('kind.event'), chosen)}</select>`

const gridWords = ({ number, name }) => t('place.grid', { n: gridNumber(number), name: local(name) })

/** A place is a division or a duty grid; both are codes, and the letter G tells them apart. */
export const placeSelect = (state, chosen, change, first) => html`
  <select aria-label=${t('place')} @change=${event => change(event.target.value)}>${first ? option('', first, chosen) : ''}
    ${state.divisions.map(({ code, name }) => option(code, local(name), chosen))}
    ${state.grids.map(grid => option(grid.code, gridWords(grid), chosen))}</select>`

export const unitSelect = (state, chosen, change, first) => html`
  <select aria-label=${t('unit')} required @change=${event => change(event.target.value)}>${option('', first, chosen)}
    ${state.units.filter(({ kind }) => kind !== 'OWNER').map(({ code, name }) => option(code, local(name), chosen))}</select>`

export const className = (state, kind, prefix) => {
  if (!prefix) return t(`class.all.${kind}`)
  const one = state.classes.find(it => it.kind === kind && it.code.startsWith(prefix))
  if (!one) return prefix
  return `${prefix} ${prefix.length === 4 ? local(one.name) : t('class.major', { name: local(one.major) })}`
}

export const placeName = (state, { divisionCode, dutyGridCode }) => {
  const grid = dutyGridCode && state.grids.find(({ code }) => code === dutyGridCode)
  if (grid) return gridWords(grid)
  return dutyGridCode || local(state.divisions.find(({ code }) => code === divisionCode)?.name) || divisionCode
}

export const unitName = (state, code) => local(state.units.find(one => one.code === code)?.name) || code

/** A chosen place as a line has it. */
export const placeOf = place => (place.includes('G') ? { dutyGridCode: place } : { divisionCode: place })
