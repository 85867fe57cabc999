// admin/imports/previewView.js – what was found in a file, what can be said about it better, and its first rows.

import { html } from 'lit-html'
import { local } from '../../lib/i18n.js'
import { mappingTable } from './mappingTable.js'
import { fieldWords, reasonWords } from '../../parts/reasons.js'
import { fromWords, number, t, warningWords } from './words.js'

const ENCODINGS = ['UTF-8', 'GB18030', 'GBK', 'Big5', 'UTF-16LE', 'windows-1252', 'windows-1251']
const SYSTEMS = ['EPSG:4490', 'EPSG:4326', 'gcj02', 'bd09', 'EPSG:4547', 'EPSG:4546', 'EPSG:4548', 'EPSG:4526', 'EPSG:2383', 'EPSG:2435']
const DELIMITERS = [',', ';', 'tab', '|']
const FORMATS = { csv: 'CSV', shapefile: 'Shapefile', geopackage: 'GeoPackage', geojson: 'GeoJSON', geojson_seq: 'GeoJSON (NDJSON)' }

/** The name of a system where it is told by its whole definition. */
export const systemName = crs => (crs?.includes('[') ? /"([^"]*)"/.exec(crs)?.[1] : crs) ?? null

const choice = (name, words, from, chosen, options, say) => html`
  <label class="field"><span>${words}${from ? html` <span class="soft">· ${from}</span>` : ''}</span>
    <select name=${name} @change=${event => say({ [name]: event.target.value })}>${options.map(([value, text]) =>
      html`<option value=${value} ?selected=${value === (chosen ?? '')}>${text}</option>`)}</select></label>`

const found = (value, asked) => (asked ? t('automatic.plain') : t('automatic', { found: value ?? t('unknown') }))

const systems = (preview, settings, say) => {
  const asked = settings.crs
  const known = asked && !SYSTEMS.includes(asked) ? [asked, ...SYSTEMS] : SYSTEMS
  return html`<label class="field"><span>${t('crs')} <span class="soft">· ${fromWords(preview.crsFrom)}</span></span>
    <select name="crs" @change=${event => say({ crs: event.target.value })}>
      <option value="" ?selected=${!asked}>${found(systemName(preview.crs), asked)}</option>
      ${known.map(code => html`<option value=${code} ?selected=${asked === code}>${t(`crs.${code}`).replace(/^crs\./, '')}${code.startsWith('EPSG') ? ` · ${code}` : ''}</option>`)}</select>
    <input name="other-crs" placeholder=${t('crs.hint')} aria-label=${t('crs.hint')} @change=${event => { if (event.target.value.trim()) say({ crs: event.target.value.trim().toUpperCase() }); event.target.value = '' }}></label>`
}

const facts = (preview, settings, say) => html`
  <div class="found">
    <div class="field"><span>${t('format')}</span><strong>${FORMATS[preview.format.toLowerCase()] ?? preview.format}</strong></div>
    <div class="field"><span>${t('rows')}</span><strong class="figures">${preview.rows === null || preview.rows === undefined ? t('rows.unknown') : number(preview.rows)}</strong></div>
    ${preview.layers?.length > 1 ? choice('layer', t('layer'), preview.layers.length, preview.layer, preview.layers.map(layer => [layer, layer]), say) : html`<div class="field"><span>${t('layer')}</span><strong>${preview.layer}</strong></div>`}
    ${preview.encoding ? choice('encoding', t('encoding'), fromWords(preview.encodingFrom), settings.encoding, [['', found(preview.encoding, settings.encoding)], ...ENCODINGS.map(name => [name, name])], say) : ''}
    ${systems(preview, settings, say)}
    ${preview.format.toLowerCase() === 'csv' ? choice('delimiter', t('delimiter'), '', settings.delimiter, [['', t('automatic.plain')], ...DELIMITERS.map(one => [one, one === 'tab' ? t('tab') : one])], say) : ''}
  </div>`

/** Systems in which the places would lie in the town are buttons: one click tries one. */
const notice = (warning, say) => html`<li>${warningWords(warning)} ${warning.code === 'crs-fits'
  ? html`<span class="row">${[...warning.message.matchAll(/EPSG:\d+/g)].slice(0, 8).map(([code]) => html`<button type="button" class="chip" @click=${() => say({ crs: code })}>${code}</button>`)}</span>` : ''}</li>`

const placeOf = ({ lon, lat }) => (lon === null || lon === undefined ? '–' : `${lon.toFixed(6)}, ${lat.toFixed(6)}`)

const sampleTable = preview => {
  const shown = new Set(preview.sample.flatMap(row => Object.keys(row.values ?? {})))
  const words = Object.fromEntries(preview.fields.map(({ name, words: inWords }) => [name, local(inWords)]))
  const names = [...preview.fields.map(({ name }) => name).filter(name => shown.delete(name)), ...shown]
  return html`<div class="scroll"><table><thead><tr><th>${t('line')}</th><th>${t('place')}</th>${names.map(name => html`<th>${words[name] || fieldWords(name.replace(/^dim:/, 'dimensions.'))}</th>`)}<th>${t('faults')}</th></tr></thead>
    <tbody>${preview.sample.map(row => html`<tr class=${row.faults?.length ? 'faulty' : ''}><td class="figures">${row.line}</td><td class="figures">${placeOf(row)}</td>
      ${names.map(name => html`<td>${row.values?.[name] ?? ''}</td>`)}<td class="bad">${(row.faults ?? []).map(({ field, reason }) => html`<div>${t('fault', { field: fieldWords(field), why: reasonWords(reason) })}</div>`)}</td></tr>`)}</tbody></table></div>`
}

export const previewView = (state, on) => {
  const { preview } = state.received
  return html`
  <section aria-busy=${state.looking ? 'true' : 'false'}>
    <div class="row between"><h2>${t('preview')} · ${state.received.fileName}</h2><button type="button" class="quiet" @click=${on.leave}>${t('other')}</button></div>
    ${facts(preview, state.settings, on.say)}
    ${preview.warnings?.length ? html`<div><h3>${t('warnings')}</h3><ul class="notices">${preview.warnings.map(warning => notice(warning, on.say))}</ul></div>` : ''}
    ${state.complaint ? html`<p class="bad" role="alert">${state.complaint}</p>` : ''}
  </section>
  ${mappingTable(state, on)}
  <section>
    <h3>${preview.sample.length ? t('sample', { n: preview.sample.length }) : t('sample.none')}</h3>
    <p class=${preview.faultyInSample ? 'bad' : 'soft'}>${t(preview.faultyInSample ? 'faulty' : 'all.good', { n: preview.faultyInSample, sampled: preview.sampled })}</p>
    <div class="beside">${sampleTable(preview)}${state.map}</div>
  </section>`
}
