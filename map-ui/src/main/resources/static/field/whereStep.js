// field/whereStep.js – where it is: the phone's fix, or the middle of the map once a thumb has moved it.

import { html, nothing } from 'lit-html'
import { gridNumber } from '../lib/gridNumber.js'
import { local } from '../lib/i18n.js'
import { icon } from '../phone/icons.js'
import { t } from './frame.js'
import { change, changeDraft, state as current } from './model.js'
import { placeOf } from './draft.js'

const gridWords = (state, located) => {
  if (!located) return t('where.asking')
  if (located.offline) return t('where.unknown')
  if (!located.dutyGrid) return located.division ? `${local(located.division.name)} · ${t('where.outside')}` : t('where.outside')
  const mine = state.grid?.value?.code
  return [t('grid', { number: gridNumber(located.dutyGrid.number) }), located.division && local(located.division.name),
    mine && mine !== located.dutyGrid.code && t('where.other')].filter(Boolean).join(' · ')
}

export const whereStep = (draft, map, state = current) => {
  const place = placeOf(draft)
  const here = () => { changeDraft(draft.self, { pin: null, fix: state.fix }); map.goTo(state.fix, 18); change({ tooFar: false }) }
  return html`
    <div class="map-holder">${map?.node ?? nothing}
      <button class="button here" ?disabled=${!state.fix} @click=${here}>${icon('target')}${t('where.mine')}</button></div>
    ${!place && state.fixTrouble ? html`<p class="notice">${t(`position.${state.fixTrouble}`)}</p>` : nothing}
    ${place ? html`<div><p class="strong" role="status">${gridWords(state, state.located)}</p>
      <p class="soft">${draft.pin ? t('where.pinned') : t('where.fix')}${!draft.pin && place.accuracyMetres !== undefined ? ` · ${t('accuracy', { metres: place.accuracyMetres })}` : ''}</p>
      ${state.located?.cell ? html`<p class="soft">${t('where.cell', { code: state.located.cell.code ?? state.located.cell })}</p>` : nothing}</div>`
      : state.fixTrouble ? nothing : html`<p>${t('position.slow')}</p>`}
    ${state.tooFar ? html`<p class="notice" role="status">${t('position.closer')}</p>` : nothing}`
}
