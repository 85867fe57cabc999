// report/done.js – after 提交: sending, waiting for the network, refused, or the receipt.

import { html, nothing } from 'lit-html'
import { fullMoment } from '../lib/time.js'
import { hurry } from '../phone/courier.js'
import { icon } from '../phone/icons.js'
import { REFUSED, SENT } from '../phone/queue.js'
import { isFollow } from '../phone/similar.js'
import { change, t } from './model.js'

const copy = async receipt => {
  try { await navigator.clipboard.writeText(receipt); change({ copied: true }) }
  catch { getSelection().selectAllChildren(document.getElementById('receipt')) }
}

/** Words of a request where they differ from a report's. */
const about = (state, key) => t(state.entry.path === '/api/enquiries' ? `ask.${key}` : key)

const receiptPage = (state, entry, { receipt, href, deadline }) => html`
  <div class="big-mark">${icon('check')}</div>
  <h1>${t(isFollow(entry) ? 'similar.thanks' : 'thanks')}</h1>
  <p class="soft">${t('receipt')}</p>
  <p class="receipt" id="receipt">${receipt}</p>
  <div class="pair">
    <button class="button" @click=${() => copy(receipt)}>${icon('copy')}<span role="status">${t(state.copied ? 'copied' : 'copy')}</span></button>
    <a class="button primary" href=${/^\/report\//.test(href ?? '') ? href : `/report/${receipt}`}>${t('follow')}</a></div>
  <section class="card next"><h2>${t('next.title')}</h2>
    <ol><li>${about(state, 'next.1')}</li><li>${about(state, 'next.2')}</li><li>${about(state, 'next.3')}</li></ol>
    <p class="strong">${deadline ? t('until', { time: fullMoment(deadline, state.town?.zone ?? 'Asia/Shanghai') }) : about(state, 'until.later')}</p></section>
  <a class="quiet" href="#where">${icon('plus')}${t('more')}</a>`

const waitingPage = entry => {
  const tried = entry.attempts > 0 || navigator.onLine === false
  return html`<h1>${t(tried ? 'offline' : 'sending')}</h1>
    <p>${t(tried ? 'offline.words' : 'sending.words')}</p>
    ${tried && entry.problem?.status ? html`<p class="soft">${entry.problem.sentence}</p>` : nothing}
    ${tried ? html`<button class="button primary wide" @click=${() => hurry()}>${t('again')}</button>` : html`<div class="sending" role="status" aria-label=${t('sending')}><i></i></div>`}`
}

const refusedPage = (entry, edit) => html`<h1>${t('refused')}</h1><p class="wrong" role="alert">${isFollow(entry) && entry.problem.status === 409 ? t('similar.over') : entry.problem.sentence}</p>
  <button class="button primary wide" @click=${edit}>${t('refused.edit')}</button>`

export const donePage = (state, edit) => html`<main class="done">${
  state.entry.state === SENT ? receiptPage(state, state.entry, state.entry.answer)
  : state.entry.state === REFUSED ? refusedPage(state.entry, edit) : waitingPage(state.entry)}</main>`
