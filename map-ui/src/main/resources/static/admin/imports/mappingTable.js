// admin/imports/mappingTable.js – which column of the file holds which field of the register.

import { html } from 'lit-html'
import { language, local } from '../../lib/i18n.js'
import { t } from './words.js'

/** Where the places of a CSV stand; other formats know. */
const PLACES = ['lon', 'lat', 'wkt']

const samplesOf = (preview, name) => preview.columns.find(column => column.name === name)?.samples ?? []

const line = (field, state, on) => {
  const { preview } = state.received
  const chosen = state.settings.mapping?.[field.name] ?? preview.mapping?.[field.name] ?? ''
  const samples = samplesOf(preview, chosen).join(' · ')
  return html`<tr>
    <td><strong>${local(field.words) || field.name}</strong> <span class="code soft">${field.name}</span>${field.required ? html` <span class="bad" title=${t('required')}>*</span>` : ''}</td>
    <td><select aria-label=${`${local(field.words)}: ${t('column')}`} @change=${event => on.match(field.name, event.target.value || null)}>
      <option value="" ?selected=${!chosen}>${t('none')}</option>
      ${preview.columns.map(({ name }) => html`<option value=${name} ?selected=${name === chosen}>${name}</option>`)}</select></td>
    <td class="samples" title=${samples}>${samples}</td>
    <td><input aria-label=${`${local(field.words)}: ${t('constant')}`} .value=${state.settings.defaults?.[field.name] ?? preview.defaults?.[field.name] ?? ''} @change=${event => on.otherwise(field.name, event.target.value.trim())}></td>
  </tr>`
}

const placeLine = (name, { received: { preview }, settings }, on) => {
  const chosen = settings.mapping?.[name] ?? ''
  return html`<tr>
    <td><strong>${t(`place.${name}`)}</strong></td>
    <td><select aria-label=${t(`place.${name}`)} @change=${event => on.match(name, event.target.value || null)}>
      <option value="" ?selected=${!chosen}>${t('automatic.place')}</option>
      ${preview.columns.map(column => html`<option value=${column.name} ?selected=${column.name === chosen}>${column.name}</option>`)}</select></td>
    <td class="samples">${samplesOf(preview, chosen).join(' · ')}</td><td></td></tr>`
}

/** Dimensions that the headings told; each is one column with its unit. */
const dimensionLine = ([name, column], preview) => html`<tr>
  <td><strong>${t('dimensions')}</strong> <span class="code soft">${name.replace(/^dim:/, '')}</span></td><td>${column}</td>
  <td class="samples">${samplesOf(preview, column).join(' · ')}</td><td></td></tr>`

const dimensions = preview => Object.entries(preview.mapping ?? {}).filter(([name]) => name.startsWith('dim:') || name === 'dimensions')

export const mappingTable = (state, on) => (state.received.preview.fields?.length ? html`
  <section>
    <h3>${t('mapping')}</h3>
    <p class="soft">${t('mapping.lead')}</p>
    <div class="scroll"><table class="mapping"><thead><tr><th>${t('field')}</th><th>${t('column')}</th><th>${t('samples')}</th><th>${t('constant')}</th></tr></thead>
      <tbody>${state.received.preview.format.toLowerCase() === 'csv' ? PLACES.map(name => placeLine(name, state, on)) : ''}${state.received.preview.fields.map(field => line(field, state, on))}${dimensions(state.received.preview).map(one => dimensionLine(one, state.received.preview))}</tbody></table></div>
    ${state.received.preview.leftOut?.length ? html`<ul class="notices"><li>${t('left.out', { names: state.received.preview.leftOut.join(language() === 'zh' ? '、' : ', ') })}</li></ul>` : ''}
  </section>` : '')
