// field/taskRow.js – one task in a list: what, how far, how long.

import { html, nothing } from 'lit-html'
import { local } from '../lib/i18n.js'
import { icon } from '../phone/icons.js'
import { left } from '../phone/parts.js'
import { metresInWords } from '../phone/position.js'
import { t } from './frame.js'

export const answerTo = (state, taskId) => state.entries.find(entry => entry.about === taskId)

export const taskRow = (state, task) => {
  const answer = answerTo(state, task.taskId)
  return html`<li><a class="choice task" href="#task/${encodeURIComponent(task.taskId)}">
    ${icon(task.kind === 'verify' ? 'search' : 'check')}
    <span class="grow">
      <span class="strong">${t(task.kind)} · ${local(task.className)}</span>
      <span class="facts">
        ${answer ? html`<span>${t('answered', { state: t(`state.${answer.state}`) })}</span>` : left(task.light, task.minutes)}
        ${task.metres === null ? nothing : html`<span>${metresInWords(task.metres)}</span>`}
      </span>
    </span>${icon('next')}</a></li>`
}
