// unit/listView.js – own cases by deadline; one look tells what, where, and how long is left.

import { html, nothing } from 'lit-html'
import { repeat } from 'lit-html/directives/repeat.js'
import { gridNumber } from '../lib/gridNumber.js'
import { local } from '../lib/i18n.js'
import { may } from '../lib/session.js'
import { icon, symbolOf } from '../phone/icons.js'
import { empty, left, light, since, skeleton, trouble } from '../phone/parts.js'
import { ownResults } from '../phone/ownResults.js'
import { metresBetween, metresInWords } from '../phone/position.js'
import { minutesOf } from './acting.js'
import { enquiryRow } from './enquiryView.js'
import { TABS, loadList, openTab, t, zone } from './model.js'

/** While the clock runs the time left; afterwards only whether it was late. */
export const clockWords = found => {
  const minutes = minutesOf(found, Date.now())
  return minutes === null && found.late ? light('red', t('late')) : left(found.light, minutes)
}

const row = (state, found) => html`<li><a class="choice case" href="#${encodeURIComponent(found.number)}" aria-current=${state.number === found.number ? 'true' : nothing}>
  ${icon(symbolOf(found.kind, found.classCode))}
  <span class="grow"><span class="strong">${local(found.className)}</span>
    <small>${local(found.conditionWords) || found.description}</small>
    <span class="facts">${clockWords(found)}${state.chased.has(found.number) ? html`<b class="chased">! ${t('chased')}</b>` : nothing}
      <span>${[found.dutyGridNumber && t('grid', { number: gridNumber(found.dutyGridNumber) }), state.fix && metresInWords(metresBetween(state.fix, found)), found.rework ? t('rework', { n: found.rework }) : ''].filter(Boolean).join(' · ')}</span></span>
  </span></a></li>`

/** What the department's office sees and its workers do not. */
const OFFICE = ['enquiries', 'results']

const content = state => {
  const { list, tab } = state
  if (tab === 'results') return ownResults(list, zone(), loadList)
  if (!list) return skeleton(5)
  if (list.problem) return trouble(list.problem, loadList)
  return html`${list.stale ? since(list.since, zone()) : nothing}
    ${list.value.items.length ? html`<ul class="cases">${repeat(list.value.items, ({ number }) => number, found => (tab === 'enquiries' ? enquiryRow(state, found) : row(state, found)))}</ul>` : empty(t(`none.${tab}`), t(`none.${tab}.words`))}`
}

export const listView = state => html`
  <nav class="filters">${Object.keys(TABS).filter(tab => !OFFICE.includes(tab) || may(state.me, 'DEPARTMENT')).map(tab => html`<button aria-pressed=${state.tab === tab} @click=${() => openTab(tab)}>${t(`tab.${tab}`)}${tab === state.tab && state.list?.value?.items ? html` ${state.list.value.items.length}${state.list.value.next ? '+' : ''}` : nothing}</button>`)}</nav>
  ${content(state)}`
