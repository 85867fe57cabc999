// unit/enquiryView.js – a request that was forwarded to the unit: what is asked, until when, and the answer.

import { html, nothing } from 'lit-html'
import { local } from '../lib/i18n.js'
import { minutesUntil, moment } from '../lib/time.js'
import { icon } from '../phone/icons.js'
import { left, light, photos, since, thumbOf } from '../phone/parts.js'
import { contactBox } from '../panel/contacts.js'
import { actForm } from './actForm.js'
import { people, t, zone } from './model.js'

/** While an answer is awaited the time left; afterwards only whether it was late. */
const termWords = one =>
  (one.light === 'none' ? (one.late ? light('red', t('late')) : nothing) : left(one.light, minutesUntil(one.dueAt)))

const wanted = one => (one.replyDue ? t('reply.due', { time: moment(one.replyDue, zone()) }) : '')

export const enquiryRow = (state, one) => html`<li><a class="choice case" href="#${encodeURIComponent(one.number)}" aria-current=${state.number === one.number ? 'true' : nothing}>
  ${icon('noise')}<span class="grow"><span class="strong">${local(one.kindWords)}</span><small>${one.text}</small>
    <span class="facts">${termWords(one)}<span>${one.light === 'none' ? local(one.stateWords) : wanted(one)}</span></span></span></a></li>`

const step = move => html`<li><time datetime=${move.at}>${moment(move.at, zone())}</time>
  <p><b>${local(move.actionWords)}</b> <span class="soft">${move.actor?.role === 'SYSTEM' ? '' : move.actor?.displayName ?? ''}</span></p>${move.opinion ? html`<p class="lines">${move.opinion}</p>` : nothing}</li>`

export const enquiryView = (state, { value: one, stale, since: time }) => html`
  <a class="quiet back" href="#">${icon('back')}${t('back')}</a>
  ${stale ? since(time, zone()) : nothing}
  <header class="case-head"><p class="code soft">${one.number}</p><h1>${local(one.kindWords)}</h1>
    <p class="facts">${termWords(one)}<span class="soft">${one.light === 'none' ? local(one.stateWords) : t('due', { time: moment(one.dueAt, zone()) })}</span></p>
    ${wanted(one) ? html`<p class="soft">${wanted(one)}</p>` : nothing}</header>
  <p class="lines strong">${one.text}</p>
  ${photos(one.photoIds, t('photos.report'), thumbOf)}
  ${contactBox(state.contacts, { of: one.number, zone: zone(), enquiry: true }, { reveal: people.reveal })}
  ${actForm(state, one)}
  ${one.answer ? html`<section class="card"><h2>${t('answered')}</h2><p class="lines">${one.answer}</p></section>` : nothing}
  <section><h2>${t('history')}</h2><ol class="story">${[...(one.history ?? [])].reverse().map(step)}</ol></section>`
