// field/tasksView.js – all tasks, soonest due or nearest first.

import { html, nothing } from 'lit-html'
import { empty, since, skeleton, trouble } from '../phone/parts.js'
import { frame, t } from './frame.js'
import { change, loadTasks, zone } from './model.js'
import { ordered } from './order.js'
import { taskRow } from './taskRow.js'

const sorting = state => html`<div class="pair">${['time', 'distance'].map(by => html`
  <button class="button" aria-pressed=${state.by === by} @click=${() => change({ by })}>${t(`by.${by}`)}</button>`)}</div>`

const list = state => {
  const { tasks } = state
  if (!tasks) return skeleton(4)
  if (tasks.problem) return trouble(tasks.problem, loadTasks)
  const items = ordered(tasks.value.items, state.fix, state.by, Date.now())
  return html`
    ${tasks.stale ? since(tasks.since, zone()) : nothing}
    ${items.length ? html`${sorting(state)}<ul class="choices">${items.map(task => taskRow(state, task))}</ul>` : empty(t('tasks.none'), t('tasks.none.words'))}`
}

export const tasksView = state => frame({ state, view: 'tasks' }, html`<h2 class="unseen">${t('tasks')}</h2>${list(state)}`)
