// field/taskView.js – one task: where it is, what was said, photos; then the answer with photo and remark.

import { html, nothing } from 'lit-html'
import { local } from '../lib/i18n.js'
import { submit } from '../phone/courier.js'
import { newId } from '../phone/ids.js'
import { empty, left, photos, skeleton, thumbOf } from '../phone/parts.js'
import { photoField } from '../phone/photoField.js'
import { metresInWords } from '../phone/position.js'
import { REFUSED } from '../phone/queue.js'
import { frame, t } from './frame.js'
import { change, say, state as current } from './model.js'
import { ordered } from './order.js'
import { answerTo } from './taskRow.js'

export const OUTCOMES = { verify: ['true', 'false'], check: ['pass', 'fail'] }
const needsRemark = outcome => outcome === 'false' || outcome === 'fail'

/** What an answer still lacks, as text keys. */
export const answerLacks = answer => [
  !answer.outcome && 'missing.answer',
  needsRemark(answer.outcome) && !answer.remark.trim() && 'missing.remark',
  !answer.photos.length && 'missing.photo',
].filter(Boolean)

const blank = { outcome: null, remark: '', photos: [], trouble: null }
const answerOf = (state, id) => state.answers[id] ?? blank
const write = (id, patch) => change({ answers: { ...current.answers, [id]: { ...answerOf(current, id), ...patch } } })

const send = async (state, task, answer) => {
  await submit({
    id: newId(), path: `/api/tasks/${encodeURIComponent(task.taskId)}/result`, upload: 'before', about: task.taskId,
    label: t('answer.of', { kind: t(task.kind), name: local(task.className) }), photos: answer.photos,
    body: JSON.stringify({
      outcome: answer.outcome, ...(answer.remark.trim() ? { remark: answer.remark.trim() } : {}),
      ...(state.fix ? { lon: state.fix.lon, lat: state.fix.lat } : {}),
    }),
  })
  write(task.taskId, blank)
  say(t(navigator.onLine === false ? 'saved.offline' : 'saved'))
  location.hash = '#tasks'
}

const form = (state, task) => {
  const answer = answerOf(state, task.taskId)
  const lacks = answerLacks(answer)
  return html`
    <section class="card steps">
      <h2>${t(`${task.kind}.words`)}</h2>
      <div class="pair">${OUTCOMES[task.kind].map(outcome => html`
        <button class="button answer" aria-pressed=${answer.outcome === outcome} @click=${() => write(task.taskId, { outcome })}>${t(`${task.kind}.${outcome}`)}</button>`)}</div>
      ${photoField({ id: 'spot', name: 'spot', label: t('photo.spot'), list: answer.photos, trouble: answer.trouble, changed: (list, trouble) => write(task.taskId, { photos: list, trouble }) })}
      <label class="field"><span>${t('remark')}</span>
        <textarea maxlength="500" placeholder=${t('remark.hint')} .value=${answer.remark} @input=${event => write(task.taskId, { remark: event.target.value })}></textarea></label>
    </section>
    <div class="send-bar">
      ${lacks.length ? html`<p>${t('missing', { list: lacks.map(key => t(key)).join(' · ') })}</p>` : nothing}
      <button class="button primary wide" ?disabled=${lacks.length > 0} @click=${() => send(state, task, answer)}>${t('answer.send')}</button>
    </div>`
}

const told = entry => html`<p class="notice" role="status">${t('answered', { state: t(`state.${entry.state}`) })} ${entry.problem?.sentence ?? ''}</p>`

export const taskView = (state, id, map) => {
  const [task] = ordered((state.tasks?.value?.items ?? []).filter(({ taskId }) => taskId === id), state.fix, 'time', Date.now())
  const about = { state, view: 'task', back: '#tasks', title: task ? `${t(task.kind)} · ${local(task.className)}` : t('tasks') }
  if (!task) return frame(about, state.tasks ? empty(t('tasks.none'), t('tasks.none.words')) : skeleton(4))
  const answer = answerTo(state, id)
  return frame(about, html`
    <p class="facts">${left(task.light, task.minutes)}
      ${task.metres === null ? nothing : html`<span>${t('directions', { distance: metresInWords(task.metres) })}</span>`}
      <span class="code">${task.caseNumber}</span></p>
    ${map?.node ?? nothing}
    <section class="card"><p class="lines">${task.description}</p>${task.words && task.words !== task.description ? html`<p class="strong">${task.words}</p>` : nothing}${task.conditionWords ? html`<p class="soft">${local(task.conditionWords)}</p>` : nothing}</section>
    ${photos(task.photoIds, t('photo'), thumbOf)}
    ${answer && answer.state !== REFUSED ? told(answer) : html`${answer ? told(answer) : nothing}${form(state, task)}`}`)
}
