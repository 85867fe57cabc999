// enquiries/listView.js – the left side: queues, filters, and the requests, the most pressing first.

import { html } from 'lit-html'
import { live } from 'lit-html/directives/live.js'
import { repeat } from 'lit-html/directives/repeat.js'
import { lightNow, shape } from '../lib/lights.js'
import { local } from '../lib/i18n.js'
import { minutesUntil, moment, timeLeft } from '../lib/time.js'
import { problemWords, w } from '../parts/words.js'
import { CHANNELS, KINDS, STATES, t } from './words.js'

/** Light and time left while an answer is awaited; afterwards how it went. */
export const termWords = (item, now = Date.now()) => {
  if (item.light === 'none') {
    return item.answeredAt || item.closedAt
      ? html`<span class="deadline ${item.late ? 'light-red' : 'light-none'}">${item.late ? html`<span class="light">■</span> ` : ''}${t(item.late ? 'late' : 'in.time')}</span>` : ''
  }
  const light = lightNow(item, now)
  return html`<span class="deadline light-${light}"><span class="light" role="img" aria-label=${w(`light.${light}`)}>${shape(light)}</span>
    <span class="figures">${timeLeft(minutesUntil(item.dueAt, now))}</span></span>`
}

const row = (item, { chosen, cursor, me }, on) => html`
  <li><button type="button" class="row-button ${item.number === cursor ? 'cursor' : ''}" data-number=${item.number} aria-current=${item.number === chosen} @click=${() => on.open(item.number)}>
    <span class="row-head"><strong>${t(`kind.${item.kind}`)}</strong> <span class="soft">${t(`channel.${item.channel}`)}${item.unit ? html` · ${local(item.unit.name)}` : ''}</span></span>
    ${termWords(item)}
    <span class="row-words">${item.text}</span>
    <span class="row-foot soft"><span class="code">${item.number}</span><time class="figures" datetime=${item.receivedAt}>${moment(item.receivedAt, me.zone)}</time><span class="state">${t(`state.${item.state}`)}</span></span>
  </button></li>`

const skeleton = html`<div aria-hidden="true">${Array.from({ length: 7 }, () => html`<div class="skeleton row-skeleton"></div>`)}</div>`

const rows = (state, on) => {
  if (state.listProblem) return html`<div class="empty bad"><p>${problemWords(state.listProblem)}</p><button type="button" @click=${on.reload}>${w('retry')}</button></div>`
  if (!state.items) return skeleton
  if (!state.items.length) {
    return state.filter.queue === 'mine'
      ? html`<div class="empty"><p><strong>${t('none.mine')}</strong></p><p>${t('none.mine.words')}</p><button type="button" @click=${() => on.narrow({ queue: 'open' })}>${t('queue.open')}</button></div>`
      : html`<div class="empty"><p>${t('none.other')}</p></div>`
  }
  return html`<ul aria-label=${t('list')}>${repeat(state.items, ({ number }) => number, item => row(item, state, on))}</ul>
    ${state.next ? html`<button type="button" class="quiet wide" @click=${on.more}>${t('more')}</button>` : ''}`
}

const choice = (name, codes, words, { filter }, on) => html`
  <select aria-label=${t(`all.${name}`)} @change=${event => on.narrow({ [name]: event.target.value })}>
    <option value="" ?selected=${!filter[name]}>${t(`all.${name}`)}</option>
    ${codes.map(code => html`<option value=${code} ?selected=${filter[name] === code}>${t(`${words}.${code}`)}</option>`)}
  </select>`

/** What else the list is narrowed by, because a figure led here: each can be taken out. */
const chips = ({ filter }, on) => ['from', 'to', 'unit', 'answered', 'ended', 'late', 'rated', 'satisfied'].filter(name => filter[name]).map(name => {
  const value = filter[name]
  const words = name === 'late' ? t(`narrowed.late.${value}`) : t(`narrowed.${name}`, { value })
  return html`<button type="button" class="chip" aria-pressed="true" @click=${() => on.narrow({ [name]: '' })}>${words} ✕</button>`
})

const news = ({ waiting }, on) => (waiting ? html`<p class="news"><button type="button" @click=${on.reload}>${t('news')}</button></p>` : '')

export const listView = (state, on) => html`
  <div class="filters">
    <nav class="queues">${['mine', 'open', 'all'].map(queue => html`
      <button type="button" aria-pressed=${state.filter.queue === queue} @click=${() => on.narrow({ queue })}>${t(`queue.${queue}`)}${state.counts && queue !== 'all' ? html` <span class="figures">${state.counts[queue]}</span>` : ''}</button>`)}</nav>
    <div class="selects">${choice('kind', KINDS, 'kind', state, on)}${choice('channel', CHANNELS, 'channel', state, on)}
      ${choice('state', STATES, 'state', state, on)}${choice('light', ['red', 'yellow', 'green'], 'light', state, on)}</div>
    <form role="search" @submit=${event => { event.preventDefault(); on.narrow({ text: new FormData(event.target).get('text').trim() }) }}>
      <input type="search" name="text" aria-label=${t('search')} placeholder=${t('search')} .value=${live(state.filter.text ?? '')} @search=${event => on.narrow({ text: event.target.value.trim() })}></form>
    <div class="chips">${chips(state, on)}</div>
  </div>
  <div class="rows">${rows(state, on)}</div>
  ${news(state, on)}`
