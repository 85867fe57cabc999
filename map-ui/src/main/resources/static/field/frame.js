// field/frame.js – what stands around every view: grid and queue on top, four tabs under the thumb.

import { html, nothing } from 'lit-html'
import { gridNumber } from '../lib/gridNumber.js'
import { translator } from '../lib/i18n.js'
import { icon } from '../phone/icons.js'
import { toast } from '../phone/parts.js'
import { messages as shared } from '../phone/messages.js'
import { REFUSED, open } from '../phone/queue.js'
import { messages } from './messages.js'

export const t = translator({ zh: { ...shared.zh, ...messages.zh }, en: { ...shared.en, ...messages.en } })

const TABS = [['home', 'flag', 'tab.home'], ['tasks', 'tasks', 'tab.tasks'], ['map', 'map', 'tab.map'], ['mine', 'person', 'tab.mine']]

const counter = state => {
  const waiting = open(state.entries, state.me.userName)
  const refused = state.entries.filter(entry => entry.state === REFUSED).length
  return html`<a class="queue ${waiting || refused ? 'busy' : ''}" href="#mine" aria-live="polite">
    ${refused ? html`<span>! ${t('queue.refused', { n: refused })}</span>` : nothing}
    ${waiting || !refused ? html`<span>${t('queue.waiting', { n: waiting })}</span>` : nothing}</a>`
}

const dutyWords = grid => (grid?.value?.number !== undefined ? t('grid', { number: gridNumber(grid.value.number) }) : grid?.problem?.status === 404 ? t('no.grid') : 'CityGrid')

/** Tasks that nobody has answered on this phone, or whose answer was refused. */
export const unanswered = ({ tasks, entries }) => (tasks?.value?.items ?? [])
  .filter(({ taskId }) => !entries.some(entry => entry.about === taskId && entry.state !== REFUSED))

/** @param {{state: object, view: string, title?: string, back?: string}} about @param {unknown} content */
export const frame = ({ state, view, title, back }, content) => html`
  <header class="top">
    ${back ? html`<a class="quiet" href=${back} aria-label=${t('back')}>${icon('back')}</a><h1>${title}</h1>` : html`
      <h1>${dutyWords(state.grid)}</h1>
      ${state.grid?.value ? html`<span class="duty">${t('on.duty')} <b aria-hidden="true">●</b></span>` : nothing}`}
    ${counter(state)}
  </header>
  <main class="view view-${view}">${content}</main>
  ${toast(state.toast)}
  <nav class="tabs">${TABS.map(([name, symbol, words]) => html`
    <a href="#${name}" aria-current=${view === name ? 'page' : nothing}>${icon(symbol)}<span>${t(words)}</span>
      ${name === 'tasks' && unanswered(state).length ? html`<b class="badge">${unanswered(state).length}</b>` : nothing}</a>`)}
  </nav>`
