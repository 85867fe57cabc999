// panel/photos.js – photos as small pictures; one opens large.

import { html } from 'lit-html'
import { photoAddress } from '../server/cases.js'
import { t } from '../desk/words.js'
import { w } from '../parts/words.js'

export const photoStrip = (ids, on) => html`
  <div class="photos">${ids.map((id, at) => html`
    <button type="button" class="photo" @click=${() => on.lightbox({ ids, at })}>
      <img src=${photoAddress(id, true)} alt="${t('case.photos')} ${at + 1}" loading="lazy">
    </button>`)}</div>`

export const lightbox = ({ ids, at }, on) => html`
  <div class="lightbox" role="dialog" aria-modal="true" aria-label=${t('case.photos')} @click=${() => on.lightbox(null)}>
    <img src=${photoAddress(ids[at])} alt="${t('case.photos')} ${at + 1}">
    <div class="lightbox-bar" @click=${event => event.stopPropagation()}>
      ${ids.length > 1 ? html`<button type="button" @click=${() => on.lightbox({ ids, at: (at + ids.length - 1) % ids.length })}>‹</button>
        <span class="figures">${at + 1} / ${ids.length}</span>
        <button type="button" @click=${() => on.lightbox({ ids, at: (at + 1) % ids.length })}>›</button>` : ''}
      <button type="button" @click=${() => on.lightbox(null)}>${w('close')}</button>
    </div>
  </div>`
