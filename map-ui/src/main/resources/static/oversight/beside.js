// oversight/beside.js – under the map: the chase being written, or the chosen case in short.

import { html } from 'lit-html'
import { live } from 'lit-html/directives/live.js'
import { dueChoices } from '../lib/chases.js'
import { withQuery } from '../lib/http.js'
import { capital, local } from '../lib/i18n.js'
import { moment } from '../lib/time.js'
import { chaseBox } from '../panel/chaseBox.js'
import { bars } from '../panel/history.js'
import { photoStrip } from '../panel/photos.js'
import { deadline } from '../parts/light.js'
import { caseTitle, problemWords, roleWord, stateWord, w } from '../parts/words.js'
import { mayChase } from './lists.js'
import { t } from './words.js'

const PHRASES = ['phrase.1', 'phrase.2', 'phrase.3', 'phrase.4', 'phrase.5']

const refusals = ({ refused }) => (refused.length ? html`<div class="bad" role="alert"><p>${t('form.refused', { n: refused.length })}</p>
  <ul>${refused.map(({ number, why }) => html`<li><span class="code">${number}</span> ${why}</li>`)}</ul></div>` : '')

const form = ({ form: now, me }, on) => html`
  <form class="chase-form" @submit=${event => { event.preventDefault(); on.send() }}>
    <div class="row between"><h2>${t('form.title', { n: now.items.length })}</h2><button type="button" class="quiet icon" aria-label=${w('close')} @click=${on.dropForm}>✕</button></div>
    <p class="numbers code soft">${now.items.slice(0, 6).map(({ number }) => number).join('　')}${now.items.length > 6 ? ' …' : ''}</p>
    <div class="phrases">${PHRASES.map(key => html`<button type="button" class="chip" @click=${() => on.fill({ opinion: t(key) })}>${t(key)}</button>`)}</div>
    <label class="field"><span>${t('form.opinion')}</span><textarea name="opinion" rows="2" maxlength="2000" data-first placeholder=${t('form.hint')} .value=${live(now.opinion)} @input=${event => on.fill({ opinion: event.target.value })}></textarea></label>
    <div class="field"><span>${t('form.until')}</span>
      <div class="row">${dueChoices(me.zone, now.since).map(({ key, at }) => html`<button type="button" class="chip" aria-pressed=${now.until === at} @click=${() => on.fill({ until: now.until === at ? '' : at })}>${t(`due.${key}`)}</button>`)}
        <input type="datetime-local" name="until" aria-label=${t('form.until')} .value=${live(now.until)} @input=${event => on.fill({ until: event.target.value })}></div></div>
    ${now.complaint ? html`<p class="bad" role="alert">${now.complaint}</p>` : ''}${refusals(now)}
    <div class="row"><button type="submit" class="primary" ?disabled=${now.sending}>${now.sending ? t('form.sending', { done: now.done, n: now.items.length }) : t('form.send')}</button>
      <button type="button" class="quiet" @click=${on.dropForm}>${w('cancel')} <kbd>Esc</kbd></button></div>
  </form>`

const last = ({ history = [] }, zone) => {
  const step = history.at(-1)
  return step ? html`<p><span class="soft">${t('beside.last')}</span> <span class="figures">${moment(step.at, zone)}</span> <strong>${capital(local(step.actionWords))}</strong>
    <span class="soft">${[step.actor?.displayName, roleWord(step.actor?.role)].filter(Boolean).join(' · ')}</span>${step.opinion ? html`<span class="opinion">${step.opinion}</span>` : ''}</p>` : ''
}

const whole = (item, state, on) => html`
  <div class="beside-case">
    <div class="row between"><h2>${caseTitle(item)}</h2><button type="button" class="quiet icon" aria-label=${t('beside.close')} @click=${on.shut}>✕</button></div>
    <p class="row"><a class="code" href="/case/${item.number}">${item.number}</a><span class="state">${stateWord(item.state)}</span>${deadline(item)}</p>
    ${chaseBox(item, state, on)}
    ${item.description ? html`<p>${item.description}</p>` : ''}
    ${bars(item, state.me.zone)}
    ${last(item, state.me.zone)}
    ${item.photoIds?.length ? photoStrip(item.photoIds, on) : ''}
    <div class="row">${mayChase(state.me) && item.actions?.some(({ action }) => action === 'SUPERVISE') ? html`<button type="button" class="primary" data-chase-one @click=${() => on.chase([item])}>${t('chase')} <kbd>U</kbd></button>` : ''}
      <a class="button" href=${withQuery('/desk/', { queue: 'all', case: item.number })}>${t('open')}</a>
      <a class="button" href="/case/${item.number}" target="_blank" rel="noopener">${t('process')}</a></div>
  </div>`

export const beside = (state, on) => {
  if (state.form) return form(state, on)
  if (!state.chosen) return html`<p class="empty">${t('beside.none')}${mayChase(state.me) ? '' : ` ${t('forbidden.chase')}`}</p>`
  if (state.detailProblem) return html`<div class="empty bad"><p>${problemWords(state.detailProblem)}</p><button type="button" @click=${on.shut}>${w('close')}</button></div>`
  return state.detail?.number === state.chosen ? whole(state.detail, state, on) : html`<div class="beside-case"><div class="skeleton title"></div><div class="skeleton block-skeleton"></div></div>`
}
