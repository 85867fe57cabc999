// panel/contacts.js – how to reach whoever reported or asked: masked until somebody looks, who is then noted; and at the
// desk, who still waits to be called back.

import { html } from 'lit-html'
import { local } from '../lib/i18n.js'
import { moment } from '../lib/time.js'
import { stateWord, w } from '../parts/words.js'
import { t } from './words.js'

const ways = ({ name, phone, email }) => [name, phone, email].filter(Boolean).join(' · ')

const whole = ({ name, phone, email }) => html`<strong>${name ?? ''}</strong>
  ${phone ? html`<a class="figures" href="tel:${phone.replace(/[^+\d]/g, '')}">${phone}</a>` : ''} ${email ? html`<a href="mailto:${email}">${email}</a>` : ''}`

const who = one => [t(one.follows ? 'contact.follows' : 'contact.first'), w(`channel.${one.channel}`)].join(' · ')

const call = (one, zone) => html`<p class="contact-note">${t(one.reached ? 'contact.reached.by' : 'contact.missed.by', { name: one.by, time: moment(one.at, zone) })}${one.words ? html` ${one.words}` : ''}</p>`

const calling = (one, on) => html`
  <button type="button" data-reached @click=${() => on.called(one.id, true)}>${t('contact.reached')}</button>
  <button type="button" class="quiet" @click=${() => on.called(one.id, false)}>${t('contact.missed')}</button>`

const due = (one, over) => over && one.wantsReply && !one.calls.some(({ reached }) => reached)

const person = (one, shown, { zone, over, enquiry }, on) => html`
  <li>
    <p class="contact-head">${enquiry ? '' : html`<span class="soft">${who(one)}</span>`}${one.wantsReply && !enquiry ? html`<span class="contact-wish">${t(due(one, over) ? 'contact.due' : 'contact.wants')}</span>` : ''}</p>
    <p class="contact-way">${shown ? whole(shown) : html`<span class="figures">${ways(one)}</span>
      <button type="button" class="quiet" data-reveal @click=${() => on.reveal(one.id)}>${t('contact.show')}</button>`}
    </p>
    ${on.called && due(one, over) ? html`<p class="contact-way">${calling(one, on)}</p>` : ''}
    ${one.calls.map(each => call(each, zone))}
  </li>`

/**
 * @param {{of: string, items: object[], whole: object} | null} contacts
 * @param {{of: string, zone: string, over?: boolean, enquiry?: boolean}} what is shown; over: nothing more will happen to it
 */
export const contactBox = (contacts, what, on) => (contacts?.of === what.of && contacts.items.length ? html`
  <section class="block contacts"><h3>${t('contact.title')}</h3>
    <ul class="contact-list">${contacts.items.map(one => person(one, contacts.whole[one.id], what, on))}</ul>
    <p class="contact-note">${t('contact.noted')}</p></section>` : '')

/** The list of those who wanted a reply and whose matter is over. */
export const callBackList = (calls, zone, on) => (calls?.total ? html`
  <section class="block contacts" id="call-backs"><h3>${t('callback.title', { n: calls.total })}</h3>
    <ul class="contact-list">${calls.items.map(one => html`
      <li><p class="contact-head"><button type="button" class="copy code" @click=${() => on.open(one.caseNumber)}>${one.caseNumber}</button>
          <span>${local(one.className) || one.classCode}</span> <span class="state">${stateWord(one.state)}</span></p>
        <p class="contact-way"><span class="soft">${who(one)}</span> <span class="figures">${ways(one)}</span></p>
        <p class="contact-note">${t('callback.since', { time: moment(one.endedAt, zone) })}${one.tries ? ` · ${t('callback.tries', { n: one.tries })}` : ''}</p></li>`)}</ul></section>` : '')
