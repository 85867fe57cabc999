// panel/placeCard.js – what lies where the map was clicked; each code and the coordinates copied by a click.

import { html } from 'lit-html'
import { t } from '../desk/words.js'
import { gridNumber } from '../lib/gridNumber.js'
import { local } from '../lib/i18n.js'
import { w } from '../parts/words.js'
import { copied } from './casePanel.js'

const line = (name, words) => (words ? html`<div class="place-line"><span class="soft">${name}</span> ${words}</div>` : '')

export const placeCard = (place, on) => html`
  <div class="place-card" role="status">
    <div class="row between">${copied(`${place.lon.toFixed(6)}, ${place.lat.toFixed(6)}`)}
      <button type="button" class="quiet icon" aria-label=${w('close')} @click=${on.shutPlace}>✕</button></div>
    ${place.component ? line(t('map.component'), html`${copied(place.component)} <a href="/c/${place.component}">${t('case.card')}</a>`) : ''}
    ${place.known && !place.cell ? html`<p class="soft">${t('map.outside')}</p>` : ''}
    ${line(t('map.grid'), place.dutyGrid ? html`${gridNumber(place.dutyGrid.number)} ${copied(place.dutyGrid.code)}` : '')}
    ${line(t('map.cell'), place.cell ? copied(place.cell?.code ?? place.cell) : '')}
    ${line(t('map.division'), local(place.division?.name))}
    ${line(t('map.collector'), place.collector?.displayName ?? place.collector)}
  </div>`
