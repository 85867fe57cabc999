// desk/view.js – the desk's one render: every part of the page from the state.

import { html, render } from 'lit-html'
import { keysHelp } from '../panel/keysHelp.js'
import { caseList } from '../panel/caseList.js'
import { casePanel } from '../panel/casePanel.js'
import { filters } from '../panel/filters.js'
import { hotlineForm } from '../panel/hotline.js'
import { overview } from '../panel/overview.js'
import { lightbox } from '../panel/photos.js'
import { placeCard } from '../panel/placeCard.js'
import { topBar } from '../panel/topBar.js'
import { problemWords } from '../parts/words.js'
import { local } from '../lib/i18n.js'
import { t } from './words.js'

const part = id => document.getElementById(id)

const right = (state, on, desk) => {
  if (state.hotline) return hotlineForm(state.hotline, desk)
  return state.chosen ? casePanel(state, on) : overview(state, on)
}

const mapLegend = on => html`<button type="button" class="quiet" @click=${on.wholeTown}>⌂ ${t('map.whole')}</button><span><i class="dot"></i>${t('legend.mine')}</span><span>${t('legend.age')}</span>`

export const view = (state, on, desk) => {
  document.title = `${t('title')} · ${local(state.town?.name)} · CityGrid`
  part('map').setAttribute('aria-label', t('map.label'))
  render(topBar(state, on), part('top'))
  render(filters(state, on), part('filters'))
  render(caseList(state, on), part('list'))
  render(right(state, on, desk), part('panel'))
  render(state.place ? placeCard(state.place, on) : '', part('place'))
  render(mapLegend(on), part('map-legend'))
  render(html`${state.lightbox ? lightbox(state.lightbox, on) : ''}${state.keys ? keysHelp(on) : ''}`, part('over'))
}

export const failure = problem => {
  render(html`<div class="empty bad page-problem"><p>${problemWords(problem)}</p><a href="/">CityGrid</a></div>`, document.body)
}
