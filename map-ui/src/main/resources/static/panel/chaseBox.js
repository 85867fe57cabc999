// panel/chaseBox.js – open chases on top of a case: who asks, by when; whoever has the case answers in place.

import { html } from 'lit-html'
import { live } from 'lit-html/directives/live.js'
import { mayAnswer, openChases } from '../lib/chases.js'
import { moment } from '../lib/time.js'
import { byWhom, chaseState } from './history.js'
import { t } from './words.js'

const answer = (item, chase, draft, on) => html`
  <form class="chase-answer" @submit=${event => { event.preventDefault(); on.reply(item, chase) }}>
    <label class="field"><span>${t('chase.reply')}</span>
      <textarea rows="2" maxlength="2000" required placeholder=${t('chase.reply.hint')} .value=${live(draft.text ?? '')}
        @input=${event => on.writeReply(item, chase, event.target.value)}></textarea></label>
    ${draft.complaint ? html`<p class="bad" role="alert">${draft.complaint}</p>` : ''}
    <button type="submit" class="primary" ?disabled=${draft.sending}>${t(draft.sending ? 'chase.sending' : 'chase.send')}</button>
  </form>`

export const replyKey = (item, chase) => `${item.number}#${chase.seq}`

/** @param {{me: object, replies: Record<string, {text?: string, sending?: boolean, complaint?: string}>}} state */
export const chaseBox = (item, { me, replies }, on) => {
  const chases = openChases(item)
  if (!chases.length) return ''
  const mine = mayAnswer(item, me)
  return chases.map(chase => html`
    <section class="block notice chase" data-chase=${chase.seq}>
      <h3>${t(mine ? 'chase.title' : 'chase.from', { name: byWhom(chase.by), time: moment(chase.at, me.zone) })}</h3>
      <p class="row between"><span class=${chase.overdue ? 'bad strong' : 'strong'}>${chase.overdue ? '! ' : ''}${chaseState(chase, me.zone)}</span>
        ${chase.replyDue ? html`<span class="soft figures">${t('chase.due', { time: moment(chase.replyDue, me.zone) })}</span>` : ''}</p>
      <p class="opinion">${chase.opinion}</p>
      ${mine ? html`<p class="soft">${t('chase.from', { name: byWhom(chase.by), time: moment(chase.at, me.zone) })}</p>${answer(item, chase, replies[replyKey(item, chase)] ?? {}, on)}`
        : html`<p class="soft">${t('chase.wait')}</p>`}
    </section>`)
}
