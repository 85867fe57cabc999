// phone/parts.js – small pieces that all phone pages are made of; each is a template, none keeps state.

import { html, nothing } from 'lit-html'
import { shape } from '../lib/lights.js'
import { language, setLanguage, translator } from '../lib/i18n.js'
import { moment, timeLeft } from '../lib/time.js'
import { icon } from './icons.js'
import { messages } from './messages.js'

const t = translator(messages)

export const skeleton = (rows = 3) =>
  html`<div class="skeleton" role="status" aria-label=${t('loading')}>${Array.from({ length: rows }, () => html`<i></i>`)}</div>`

export const empty = (title, words, action = nothing) =>
  html`<div class="empty"><p class="strong">${title}</p><p>${words}</p>${action}</div>`

/** Stale values say since when; the page goes on working. */
export const since = (time, zone) => html`<p class="notice" role="status">${icon('up')} ${t('stale', { since: moment(time, zone) })}</p>`

/** What happened, what is safe, what to do. */
export const trouble = (problem, again) => html`
  <div class="trouble" role="alert">
    <p class="strong">${problem.offline ? t('trouble.offline') : problem.status === 403 || problem.status === 404 ? t('trouble.denied') : t('trouble.title')}</p>
    <p>${problem.offline ? t('trouble.safe') : problem.message}</p>
    ${again ? html`<button class="button" @click=${again}>${t('again')}</button>` : nothing}
  </div>`

export const light = (name, words) =>
  html`<span class="light light-${name}"><b aria-hidden="true">${shape(name)}</b> ${words}</span>`

/** Light and time left in words; without a deadline nothing. */
export const left = (name, minutes) =>
  name === 'suspended' ? light(name, t('suspended')) : minutes === undefined || minutes === null ? nothing : light(name, timeLeft(minutes))

export const languageButton = () => {
  const other = language() === 'zh' ? 'en' : 'zh'
  return html`<button class="quiet" lang=${other === 'en' ? 'en' : 'zh-CN'} @click=${() => setLanguage(other)}>${other === 'en' ? 'English' : '中文'}</button>`
}

/** Signed in, but this page is not for this role: says so, and where to go. */
export const elsewhere = me => html`<main class="view">${empty(t('trouble.denied'), me.displayName,
  html`<a class="button" href=${/^\/[a-z]+\/$/.test(me.home ?? '') ? me.home : '/'}>${t('my.page')}</a>`)}</main>`

const bytes = ids => ids ?? []

/** Photos that the server has; each opens large. */
export const photos = (ids, words, source = id => `/api/photos/${encodeURIComponent(id)}`) =>
  bytes(ids).length
    ? html`<ul class="photos">${bytes(ids).map((id, i) => html`
        <li><a href=${source(id)} target="_blank" rel="noopener"><img src=${source(id, true)} alt="${words} ${i + 1}" loading="lazy"></a></li>`)}</ul>`
    : nothing

export const thumbOf = (id, small) => `/api/photos/${encodeURIComponent(id)}${small ? '?size=thumb' : ''}`

export const toast = words => (words ? html`<div class="toast" role="status">${words}</div>` : nothing)
