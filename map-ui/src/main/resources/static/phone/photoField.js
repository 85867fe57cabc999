// phone/photoField.js – take pictures, see them, take them out again. The page keeps the list.

import { html, nothing } from 'lit-html'
import { translator } from '../lib/i18n.js'
import { icon } from './icons.js'
import { shrunk } from './photo.js'
import { messages } from './messages.js'

const t = translator(messages)
const MOST = 4 // a self-handled case has two fields, and the server takes nine photos
const addresses = new WeakMap()

const addressOf = blob => {
  if (!addresses.has(blob)) addresses.set(blob, URL.createObjectURL(blob))
  return addresses.get(blob)
}

const take = async (event, name, list, changed) => {
  const input = event.target
  const files = [...input.files]
  input.value = ''
  const taken = []
  let bad = false
  for (const [i, file] of files.entries()) {
    try { taken.push({ name: `${name}-${list.length + i + 1}.jpg`, blob: await shrunk(file) }) } catch { bad = true }
  }
  changed([...list, ...taken].slice(0, MOST), bad ? t('photo.bad') : null)
}

/**
 * @param {{id: string, name: string, label: string, list: {name: string, blob: Blob}[], trouble?: string | null,
 *   changed: (list: {name: string, blob: Blob}[], trouble: string | null) => void}} field
 */
export const photoField = ({ id, name, label, list, trouble, changed }) => html`
  <div class="photo-field">
    <ul class="photos">
      ${list.map((photo, i) => html`<li>
        <img src=${addressOf(photo.blob)} alt="${label} ${i + 1}">
        <button class="remove" aria-label="${t('photo.remove')} ${i + 1}" @click=${() => changed(list.filter(one => one !== photo), null)}>${icon('cross')}</button>
      </li>`)}
      ${list.length < MOST ? html`<li>
        <label class="take" for=${id}>${icon('camera')}<span>${list.length ? t('photo.more') : label}</span></label>
        <input class="unseen" id=${id} type="file" accept="image/*" capture="environment" @change=${event => take(event, name, list, changed)}>
      </li>` : nothing}
    </ul>
    ${trouble ? html`<p class="wrong" role="alert">${trouble}</p>` : nothing}
  </div>`
