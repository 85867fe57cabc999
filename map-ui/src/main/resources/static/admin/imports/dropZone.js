// admin/imports/dropZone.js – files come in by drop or by choice; the parts of a Shapefile become one zip.

import { html } from 'lit-html'
import { zipOf } from '../../lib/zip.js'
import { megabytes, t } from './words.js'

export const KINDS = ['components', 'divisions', 'cells', 'grids', 'streets']

const stemOf = name => name.replace(/\.[^.]*$/, '')

/** One file as it is, several as a zip named after the `.shp`. @param {File[]} files */
export const asOneFile = async files => {
  if (files.length === 1) return { name: files[0].name, body: files[0] }
  const main = files.find(({ name }) => /\.shp$/i.test(name)) ?? files[0]
  const parts = await Promise.all(files.map(async file => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })))
  return { name: `${stemOf(main.name)}.zip`, body: new Blob(zipOf(parts)) }
}

const over = (event, on) => {
  event.preventDefault()
  event.currentTarget.classList.toggle('over', on)
}

const sending = ({ name, loaded, total }) => html`
  <div role="status"><p>${loaded < total || !total ? t('sending', { name, done: megabytes(loaded), total: megabytes(total) }) : t('looking')}</p>
  <progress max=${total || 1} value=${loaded}></progress></div>`

export const dropZone = (state, { take, changeKind }) => html`
  <section>
    <label class="field"><span>${t('kind')}</span><select @change=${event => changeKind(event.target.value)}>
      ${KINDS.map(kind => html`<option value=${kind} ?selected=${state.kind === kind}>${t(`kind.${kind}`)}</option>`)}</select></label>
    ${state.sending ? sending(state.sending) : html`
    <label class="drop" @dragover=${event => over(event, true)} @dragleave=${event => over(event, false)}
      @drop=${event => { over(event, false); take([...event.dataTransfer.files]) }}>
      <strong>${t('lead')}</strong><span class="soft">${t('formats')}</span><span class="button primary">${t('choose')}</span>
      <input type="file" multiple accept=".zip,.shp,.shx,.dbf,.prj,.cpg,.gpkg,.geojson,.json,.ndjson,.geojsonl,.csv,.txt,.tsv,.gz"
        @change=${event => { const files = [...event.target.files]; event.target.value = ''; take(files) }}>
    </label>`}
  </section>`
