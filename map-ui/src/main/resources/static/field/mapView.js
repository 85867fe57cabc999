// field/mapView.js – the whole screen a map: own grid, me, tasks.

import { html, nothing } from 'lit-html'
import { icon } from '../phone/icons.js'
import { frame, t } from './frame.js'

export const mapView = (state, map) => frame({ state, view: 'map' }, html`
  ${map?.node ?? nothing}
  <div class="over-map">
    <p>${t('legend')}</p>
    <button class="button" ?disabled=${!state.fix} @click=${() => map.goTo(state.fix, 18)}>${icon('target')}${t('me.at')}</button>
  </div>`)
