// field/homeView.js – the first view: own grid and me on the map, two big buttons, the next tasks.

import { html, nothing } from 'lit-html'
import { skeleton, since, trouble } from '../phone/parts.js'
import { icon } from '../phone/icons.js'
import { frame, t, unanswered } from './frame.js'
import { loadTasks, zone } from './model.js'
import { ordered } from './order.js'
import { taskRow } from './taskRow.js'

const FEW = 3

const nextTasks = state => {
  const { tasks } = state
  if (!tasks) return skeleton(2)
  if (tasks.problem) return trouble(tasks.problem, loadTasks)
  const list = ordered(unanswered(state), state.fix, 'time', Date.now())
  if (!list.length) return html`<p class="soft">${t('tasks.none')} · ${t('tasks.none.words')}</p>`
  return html`
    ${tasks.stale ? since(tasks.since, zone()) : nothing}
    <ul class="choices">${list.slice(0, FEW).map(task => taskRow(state, task))}</ul>
    ${list.length > FEW ? html`<a class="quiet" href="#tasks">${t('tasks.all', { n: list.length })}${icon('next')}</a>` : nothing}`
}

const toMap = event => { if (!event.target.closest('.mark')) location.hash = '#map' }

export const homeView = (state, map) => frame({ state, view: 'home' }, html`
  <div class="home-map" @click=${toMap}>${map?.node ?? nothing}</div>
  ${state.fixTrouble ? html`<p class="notice">${t(`position.${state.fixTrouble}`)}</p>` : nothing}
  <div class="big-buttons">
    <a class="big primary" href="#new">${icon('camera')}<span>${t('go.report')}</span></a>
    <a class="big" href="#self">${icon('broom')}<span>${t('go.self')}</span></a>
  </div>
  <a class="button wide" href="#propose">${icon('map')}${t('propose')}</a>
  <section><h2>${t('tasks')} ${state.tasks?.value ? unanswered(state).length : ''}</h2>${nextTasks(state)}</section>`)
