// unit/chases.js – open chases on top of a case: by whom, until when; answered in place, kept on the device until sent.

import { html, nothing } from 'lit-html'
import { mayAnswer, openChases } from '../lib/chases.js'
import { moment } from '../lib/time.js'
import { byWhom, chaseState } from '../panel/history.js'
import { t as c } from '../panel/words.js'
import { queue, submit } from '../phone/courier.js'
import { newId } from '../phone/ids.js'
import { REFUSED, SENT } from '../phone/queue.js'
import { change, say, t, zone } from './model.js'

const aboutOf = (found, chase) => `${found.number}#${chase.seq}`

const send = async (found, chase, text) => {
  await submit({
    id: newId(), path: `/api/cases/${encodeURIComponent(found.number)}/supervisions/${chase.seq}/reply`, upload: 'before',
    about: aboutOf(found, chase), label: t('chase.label', { number: found.number }), body: JSON.stringify({ reply: text.trim() }),
  })
  say(t('saved'))
}

const form = (state, found, chase) => {
  const about = aboutOf(found, chase)
  const text = state.replies[about] ?? ''
  const write = event => change({ replies: { ...state.replies, [about]: event.target.value } })
  return html`<form class="act-form" @submit=${event => { event.preventDefault(); void send(found, chase, text) }}>
    <label class="field"><span>${c('chase.reply')}</span><textarea maxlength="2000" required placeholder=${c('chase.reply.hint')} .value=${text} @input=${write}></textarea></label>
    <button class="button primary" ?disabled=${!text.trim()}>${c('chase.send')}</button></form>`
}

const answer = (state, found, chase) => {
  const entry = state.entries.find(one => one.about === aboutOf(found, chase) && one.state !== SENT)
  if (entry && entry.state !== REFUSED) return html`<p role="status"><b>${entry.label}</b> · ${t(`state.${entry.state}`)}</p>`
  return html`${entry ? html`<p class="wrong" role="alert">${t('refused', { why: entry.problem.sentence })} <button class="quiet" @click=${() => queue.discard(entry.id)}>${t('discard')}</button></p>` : nothing}
    ${form(state, found, chase)}`
}

export const chases = (state, found) => openChases(found).map(chase => html`
  <section class="card chase" data-chase=${chase.seq}><h2>${c(mayAnswer(found, state.me) ? 'chase.title' : 'chase.from', { name: byWhom(chase.by), time: moment(chase.at, zone()) })}</h2>
    <p class=${chase.overdue ? 'wrong' : 'strong'}>${chase.overdue ? '! ' : ''}${chaseState(chase, zone())}${chase.replyDue ? html` · <span class="figures">${c('chase.due', { time: moment(chase.replyDue, zone()) })}</span>` : nothing}</p>
    <p class="lines">${chase.opinion}</p>
    ${mayAnswer(found, state.me) ? html`<p class="soft">${c('chase.from', { name: byWhom(chase.by), time: moment(chase.at, zone()) })}</p>${answer(state, found, chase)}` : html`<p class="soft">${c('chase.wait')}</p>`}</section>`)
