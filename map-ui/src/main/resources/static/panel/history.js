// panel/history.js – a case's whole process, oldest first: each step with its chase, request or task, its photos, and the
// reports that were linked to it; above it the clock and the stages as slim bars.

import { html } from 'lit-html'
import { capital, local } from '../lib/i18n.js'
import { lightNow } from '../lib/lights.js'
import { pausesOf, processOf, sharesOf, spansOf, usedOf } from '../lib/process.js'
import { duration, fullMoment, minutesUntil, moment, workTime } from '../lib/time.js'
import { limitWords, roleWord, stateWord, w } from '../parts/words.js'
import { t } from './words.js'

const actorWords = ({ actor }) =>
  (actor?.role === 'SYSTEM' ? roleWord('SYSTEM') : [actor?.displayName ?? actor?.userName, roleWord(actor?.role)].filter(Boolean).join(' · '))

const receiverWords = receiver => (typeof receiver === 'string' ? receiver : local(receiver?.name ?? receiver) || receiver?.displayName || receiver?.code)

/** Who it was in words; what happens by itself is done by the system. */
export const byWhom = name => (name === 'system' ? roleWord('SYSTEM') : name)

/** How a chase stands, in words. */
export const chaseState = (chase, zone) => {
  if (chase.repliedAt) return t('chase.replied', { name: chase.repliedBy, time: moment(chase.repliedAt, zone) })
  if (!chase.open) return t('chase.past')
  if (!chase.replyDue) return t('chase.open')
  const minutes = minutesUntil(chase.replyDue)
  return t(minutes < 0 ? 'chase.overdue' : 'chase.left', { span: duration(minutes) })
}

/** A reply that is overdue is told in words and with a shape; the three lights are the deadline's own. */
const chased = (chase, zone) => html`
  <p class="process-note">${chase.replyDue ? html`<span class="figures">${t('chase.due', { time: moment(chase.replyDue, zone) })}</span> · ` : ''}
    <span class=${chase.overdue ? 'bad' : ''}>${chase.overdue ? '! ' : ''}${chaseState(chase, zone)}</span></p>
  ${chase.reply ? html`<p class="opinion">${chase.reply}</p>` : ''}`

const decided = (asked, over, zone) => html`
  <p class="process-note">${asked.until ? html`<span class="figures">${t('asked.until', { time: fullMoment(asked.until, zone) })}</span> · ` : ''}
    ${asked.decidedAt ? t('asked.decided', { decision: capital(local(asked.decision)), name: asked.decidedBy, time: moment(asked.decidedAt, zone) }) : t(over ? 'asked.gone' : 'asked.open')}</p>`

const errand = (task, over, zone) => html`
  <p class="process-note">${t(`task.${task.kind === 'verify' ? 'verify' : 'check'}`)} · ${task.collector ?? t('task.any')} ·
    ${task.doneAt ? t('task.done', { outcome: local(task.outcome), time: moment(task.doneAt, zone) })
      : html`<span class="figures">${t('task.due', { time: moment(task.dueAt, zone) })}</span> · ${t(over ? 'task.gone' : 'task.open')}`}</p>`

const time = (at, zone) => html`<time class="figures" datetime=${at} title=${fullMoment(at, zone)}>${moment(at, zone)}</time>`

const stepRow = ({ step, chase, asked, task }, over, { zone, photos, link }) => html`
  <li class=${step.late ? 'late' : ''}>${time(step.at, zone)}
    <div>
      <strong>${capital(local(step.actionWords) || step.action)}</strong> <span class="soft">${actorWords(step)}</span>
      ${step.receiver ? html`<span>${t('receiver', { name: receiverWords(step.receiver) })}</span>` : ''}
      ${step.minutesUsed ? html`<span class="soft figures">${t('used', { span: duration(step.minutesUsed) })}</span>` : ''}
      ${step.late ? html`<span class="light-red">■ ${t('late')}</span>` : ''}
      ${step.stageLate ? html`<span class="soft">! ${t('stage.late')}</span>` : ''}
      ${step.notDuplicateOf ? html`<p class="process-note">${t('compare.denied', { number: '' })}${link(step.notDuplicateOf)}</p>` : ''}
      ${step.opinion ? html`<p class="opinion">${step.opinion}</p>` : ''}
      ${chase ? chased(chase, zone) : ''}${asked ? decided(asked, over, zone) : ''}${task ? errand(task, over, zone) : ''}
      ${step.photoIds?.length ? photos(step.photoIds) : ''}
    </div>
  </li>`

/** A deadline that a change of the calendar moved stands between the steps, where it happened. */
const movedRow = ({ at, moved }, { zone }) => html`
  <li>${time(at, zone)}
    <div><strong>${t('calendar.moved', { before: fullMoment(moved.before, zone), after: fullMoment(moved.after, zone) })}</strong> <span class="soft">${moved.by}</span>
      <p class="opinion">${moved.note}</p></div></li>`

const row = (entry, over, how) => (entry.twin ? twinRow(entry, how) : entry.moved ? movedRow(entry, how) : stepRow(entry, over, how))

const twinRow = ({ at, twin }, { zone, link }) => html`
  <li class="twin">${time(at, zone)}
    <div>${t('twin', { number: '' })}${link(twin.number)} <span class="soft">${w(twin.channel ? `channel.${twin.channel}` : `source.${twin.source}`)}</span></div></li>`

const part = ({ state, from, until, clock }, share) => html`
  <span class="line-part line-${clock}" .style=${`flex-grow: ${share}`} title="${t('line.part', { state: stateWord(state), span: duration((until - from) / 60_000) })}${clock === 'still' ? ` · ${t('line.still')}` : ''}">
    <i>${share > 15 ? stateWord(state) : ''}</i></span>`

/** The stages on a line of time; where the clock stands still, the line is hatched. */
const line = spans => {
  const shares = sharesOf(spans)
  return spans.length > 1 ? html`<div class="line" role="img" aria-label="${t('line.label')}: ${spans.map(({ state, from, until }) => t('line.part', { state: stateWord(state), span: duration((until - from) / 60_000) })).join(', ')}">${spans.map((span, i) => part(span, shares[i]))}</div>` : ''
}

const clockWords = (item, spans, zone) => {
  const { clock } = item
  const pauses = pausesOf(spans)
  return [
    t('clock.used', { limit: limitWords(clock.limit), used: workTime(clock.consumed), total: workTime(clock.total) }),
    clock.running ? t('clock.due', { time: fullMoment(clock.dueAt, zone) }) : item.closedAt ? '' : t('clock.stopped'),
    pauses.times ? t('clock.paused', { n: pauses.times, span: duration(pauses.minutes) }) : '',
  ].filter(Boolean).join(' · ')
}

/** The limit as a bar: how much is used, with a notch where the lamp turns yellow. */
const clockBar = (item, spans, zone) => {
  const used = usedOf(item)
  if (used === null) return ''
  const tone = item.late ? 'red' : used >= 100 ? 'red' : used >= 80 ? 'yellow' : 'green'
  return html`<div class="clock light-${item.light === 'suspended' ? 'suspended' : lightNow(item) === 'none' ? tone : lightNow(item)}">
    <meter class="clock-bar" min="0" max="100" .value=${Math.min(100, used)} aria-label=${t('clock.label', { n: used })}></meter>
    <p class="soft figures">${clockWords(item, spans, zone)}</p></div>`
}

export const bars = (item, zone, now = Date.now()) => {
  const spans = spansOf(item, now)
  return html`<div class="bars">${clockBar(item, spans, zone)}${line(spans)}</div>`
}

/**
 * @param {object} item the case with its papers
 * @param {{zone: string, photos: (ids: string[]) => unknown, link: (number: string) => unknown}} how photos and links as the page shows them
 */
export const steps = (item, how) => {
  const over = Boolean(item.closedAt) || ['REFUSED', 'LINKED', 'VOIDED'].includes(item.state)
  return html`<ol class="process" aria-label=${t('process.label')}>${processOf(item).map(entry => row(entry, over, how))}</ol>`
}

const requestWords = request => capital(local(request.words) || request.kind)

export const requests = (entries, zone, title) => (entries?.length ? html`
  <section class="block notice">
    <h3>${title}</h3>
    ${entries.map(request => html`<p><strong>${requestWords(request)}</strong> <span class="soft">${request.by}</span>
      ${request.until ? html`<span class="figures">${t('asked.until', { time: fullMoment(request.until, zone) })}</span>` : ''} ${request.opinion ?? ''}</p>`)}
  </section>` : '')
