// card/search.js – finds a component by code, class or address.

import { html } from 'lit-html'
import { local } from '../lib/i18n.js'
import { stateMark, spaced } from './facts.js'
import { t } from './words.js'

export const searchForm = (text, on) => html`
  <form class="card-search" role="search" @submit=${on.search}>
    <label class="unseen" for="sought">${t('search')}</label>
    <input id="sought" name="q" type="search" placeholder=${t('search.hint')} .value=${text ?? ''}>
    <button type="submit">${t('search')}</button></form>`

const row = one => html`<li><a class="found" href="/c/${one.code}"><span><strong>${local(one.className)}</strong> <span class="code soft">${spaced(one.code)}</span>
  <small class="soft">${[one.address, one.spec].filter(Boolean).join(' · ')}</small></span>${stateMark(one.state)}</a></li>`

export const results = ({ sought, found }) => {
  if (!sought) return html`<section class="wide"><h1>${t('search')}</h1><p class="soft">${t('search.lead')}</p></section>`
  if (!found) return html`<section class="wide"><div class="skeleton block-skeleton"></div></section>`
  return html`<section class="wide"><h1>${t('search')}: ${sought}</h1>
    ${found.items.length ? html`<ul class="results">${found.items.map(row)}</ul>${found.next ? html`<p class="soft">${t('search.more')}</p>` : ''}` : html`<p class="soft">${t('search.none', { text: sought })}</p>`}</section>`
}
