// register/twiceView.js – pairs of one class that stand suspiciously near to each other.

import { html } from 'lit-html'
import { local } from '../lib/i18n.js'
import { cardPlace } from './listView.js'
import { t } from './words.js'

const row = ({ classes }) => pair => html`<tr>
  <td>${local(classes.find(({ code }) => code === pair.classCode)?.name) || pair.classCode}</td>
  <td class="number figures">${pair.metres.toFixed(2)} m</td>
  <td><a class="code" href=${cardPlace(pair.code)}>${pair.code}</a></td>
  <td><a class="code" href=${cardPlace(pair.otherCode)}>${pair.otherCode}</a></td></tr>`

const found = state => (state.twice.items.length ? html`
  ${state.twice.more ? html`<p class="soft">${t('twice.more', { n: state.twice.items.length })}</p>` : ''}
  <div class="scroll"><table class="list"><thead><tr><th>${t('class')}</th><th class="number">${t('distance')}</th><th>${t('first')}</th><th>${t('second')}</th></tr></thead>
    <tbody>${state.twice.items.map(row(state))}</tbody></table></div>`
  : html`<div class="empty"><p>${t('twice.none')}</p></div>`)

export const twiceView = (state, on) => html`
  <form class="row" @submit=${event => { event.preventDefault(); on.look(Number(new FormData(event.target).get('metres'))) }}>
    <label class="field narrow"><span>${t('metres')}</span><input name="metres" type="number" min="0.1" max="50" step="0.1" .value=${String(state.metres)}></label>
    <button class="primary">${t('look')}</button>
    <p class="soft">${t('twice.about', { metres: state.metres })}</p>
  </form>
  ${!(state.part.classCode || state.part.grid || state.part.division) ? html`<div class="empty"><p>${t('twice.choose')}</p></div>`
    : !state.twice ? html`<p class="soft" role="status">${t('looking')}</p>`
    : found(state)}`
