// admin/responsibilities/autoPanel.js – for which classes cases are dispatched by themselves.

import { html } from 'lit-html'
import { fullMoment } from '../../lib/time.js'
import { className, classSelect, kindSelect, placeName, placeSelect } from './choices.js'
import { t } from './words.js'

const toggle = (one, on) => html`
  <button type="button" role="switch" aria-checked=${one.enabled} class="switch" @click=${() => on.switch({ ...one, enabled: !one.enabled })}>${t(one.enabled ? 'auto.on' : 'auto.off')}</button>`

const row = (one, state, on) => html`
  <tr><td>${t(`kind.${one.kind}`)}</td><td>${className(state, one.kind, one.classPrefix)}</td><td>${placeName(state, one)}</td><td>${toggle(one, on)}</td><td class="soft figures">${t('auto.set', { name: one.setBy, time: fullMoment(one.setAt, state.me.zone) })}</td></tr>`

export const autoPanel = (state, on) => {
  if (!state.switches) return html`<div class="skeleton block-skeleton"></div>`
  return html`
    <p>${t('auto.lead')}</p>
    ${state.switches.length ? html`<div class="scroll"><table><thead><tr><th>${t('kind')}</th><th>${t('class')}</th><th>${t('place')}</th><th>${t('auto.state')}</th><th>${t('by')}</th></tr></thead>
      <tbody>${state.switches.map(one => row(one, state, on))}</tbody></table></div>` : html`<p class="empty">${t('auto.none')}</p>`}
    <form class="admin-form" @submit=${event => { event.preventDefault(); on.switch({ kind: state.wanted.kind, classPrefix: state.wanted.classPrefix, divisionCode: state.wanted.place, enabled: true }) }}>
      <h2>${t('auto.add')}</h2>
      <label class="field"><span>${t('kind')}</span>${kindSelect(state.wanted.kind, kind => on.wanted({ kind, classPrefix: '' }))}</label>
      <label class="field"><span>${t('class')}</span>${classSelect(state, state.wanted.kind, state.wanted.classPrefix, classPrefix => on.wanted({ classPrefix }))}</label>
      <label class="field"><span>${t('place')}</span>${placeSelect({ ...state, grids: [] }, state.wanted.place, place => on.wanted({ place }))}</label>
      <button type="submit" class="primary">${t('auto.state')}: ${t('auto.on')}</button>
    </form>`
}
