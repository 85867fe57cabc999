// panel/caseList.js – the left list: whose turn, how long, what, where.

import { html } from 'lit-html'
import { repeat } from 'lit-html/directives/repeat.js'
import { t } from '../desk/words.js'
import { gridNumberOf } from '../lib/gridNumber.js'
import { narrowed } from '../lib/narrowing.js'
import { deadline } from '../parts/light.js'
import { t as c } from './words.js'
import { caseTitle, problemWords, stateWord, w } from '../parts/words.js'

const row = (item, { chosen, cursor, hovered, chased }, on) => html`
  <li>
    <button type="button" class="case-row ${item.number === cursor ? 'cursor' : ''}" data-number=${item.number}
      aria-current=${item.number === chosen} ?data-hovered=${item.number === hovered}
      @click=${() => on.open(item.number)} @mouseenter=${() => on.hover(item.number)} @mouseleave=${() => on.hover(null)}>
      <span class="case-row-title">${caseTitle(item)}</span>
      ${deadline(item)}
      <span class="case-row-words soft">${item.description || '–'}</span>
      <span class="case-row-foot soft"><span class="code">${item.number}</span>${chased.has(item.number) ? html`<b class="chased">! ${c('chased')}</b>` : html`<span></span>`}<span title=${t('filter.grid')}>${gridNumberOf(item)}</span><span class="state">${stateWord(item.state)}</span></span>
    </button>
  </li>`

const skeleton = html`<div class="skeletons" aria-hidden="true">${Array.from({ length: 8 }, () => html`<div class="skeleton case-skeleton"></div>`)}</div>`

const empty = (filter, on) => html`
  <div class="empty">
    <p>${t(filter.queue === 'mine' && !narrowed(filter) ? 'list.empty.mine' : 'list.empty.filter')}</p>
    ${narrowed(filter) ? html`<button type="button" @click=${on.clear}>${t('list.clear')}</button>` : ''}
    ${filter.queue === 'mine' ? html`<button type="button" @click=${() => on.narrow({ queue: 'open' })}>${t('list.open')}</button>` : ''}
  </div>`

const failed = (problem, on) => html`
  <div class="empty bad"><p>${t('list.error')} ${problemWords(problem)}</p><button type="button" @click=${on.reload}>${w('retry')}</button></div>`

const rows = (state, on) => html`
  <ul class="case-rows" aria-label=${t('list.label')} aria-busy=${state.listLoading}>
    ${repeat(state.items, ({ number }) => number, item => row(item, state, on))}
  </ul>
  ${state.next ? html`<button type="button" class="quiet wide" @click=${on.more}>${t('list.more')}</button>` : ''}`

export const caseList = (state, on) => html`
  ${state.waiting ? html`<div class="news"><button type="button" @click=${on.reload}>${t('list.new', { n: state.waiting })}</button></div>` : ''}
  ${state.listProblem ? failed(state.listProblem, on)
    : state.items === null ? skeleton
    : state.items.length ? rows(state, on) : empty(state.filter, on)}`
