// enquiries/readingPane.js – one request: what is asked, what was answered, what can be done, what happened.

import { html } from 'lit-html'
import { live } from 'lit-html/directives/live.js'
import { capital, local } from '../lib/i18n.js'
import { day, duration, fullMoment, moment } from '../lib/time.js'
import { problemWords, roleWord, w } from '../parts/words.js'
import { photoAddress } from '../server/cases.js'
import { contactBox } from '../panel/contacts.js'
import { fieldsOf } from './model.js'
import { termWords } from './listView.js'
import { t } from './words.js'

const ratingWords = ({ stars, satisfied }) =>
  [stars ? '★'.repeat(stars) + '☆'.repeat(5 - stars) : '', t(satisfied ? 'rating.satisfied' : 'rating.unsatisfied')].filter(Boolean).join(' ')

const facts = (one, zone) => html`<dl class="facts">
  ${one.unit ? html`<dt>${t('unit')}</dt><dd>${local(one.unit.name)}${one.replyDue ? html` <span class="soft">${t('reply.due', { time: moment(one.replyDue, zone) })}</span>` : ''}</dd>` : ''}
  ${one.lon === undefined ? '' : html`<dt>${t('place')}</dt><dd class="figures">${one.lon.toFixed(5)}, ${one.lat.toFixed(5)}</dd>`}
  ${one.reportReceipt ? html`<dt>${t('report')}</dt><dd><a class="code" href="/report/${one.reportReceipt}">${one.reportReceipt}</a></dd>` : ''}
  ${one.rating ? html`<dt>${t('rating')}</dt><dd>${ratingWords(one.rating)}${one.rating.words ? html` <span class="soft">${one.rating.words}</span>` : ''}</dd>` : ''}
</dl>`

const photos = ids => (ids?.length ? html`<ul class="photos">${ids.map((id, at) => html`
  <li><a href=${photoAddress(id)} target="_blank" rel="noopener"><img src=${photoAddress(id, true)} alt="${t('photos')} ${at + 1}" loading="lazy"></a></li>`)}</ul>` : '')

const step = (entry, zone) => html`
  <li><time class="figures" datetime=${entry.at} title=${fullMoment(entry.at, zone)}>${moment(entry.at, zone)}</time>
    <div><strong>${capital(local(entry.actionWords))}</strong>
      <span class="soft">${entry.actor.role === 'SYSTEM' ? '' : [entry.actor.displayName, roleWord(entry.actor.role)].join(' · ')}</span>
      ${entry.receiver ? html`<span>${t('to', { name: local(entry.receiver) })}</span>` : ''}
      ${entry.minutesUsed ? html`<span class="soft">${t('used', { span: duration(entry.minutesUsed) })}</span>` : ''}
      ${entry.late ? html`<span class="light-red">■ ${t('late')}</span>` : ''}
      ${entry.opinion ? html`<p class="opinion">${entry.opinion}</p>` : ''}</div></li>`

const control = ({ name, field }, form, state, on) => {
  const value = form.values[field] ?? ''
  const fill = event => on.fill({ [field]: event.target.value })
  if (name === 'unit') {
    return html`<select name="unit" @change=${fill}><option value="" ?selected=${!value}>${t('act.unit.choose')}</option>
      ${state.units.map(unit => html`<option value=${unit.code} ?selected=${value === unit.code}>${local(unit.name)}</option>`)}</select>`
  }
  if (name === 'until') return html`<input type="date" name="until" min=${day(Date.now(), state.me.zone)} .value=${live(value)} @input=${fill}>`
  return html`<textarea name=${name} rows=${name === 'answer' ? 5 : 2} maxlength="2000" placeholder=${name === 'answer' ? t('act.answer.hint') : ''} .value=${live(value)} @input=${fill}
    @keydown=${event => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) on.submit() }}></textarea>`
}

const formOf = (form, state, on) => html`
  <form class="act-form" @submit=${event => { event.preventDefault(); on.submit() }}>
    <h3>${capital(local(form.offer.words))}</h3>
    ${fieldsOf(form.offer).map(one => html`<label class="field"><span>${t(`act.${one.name}`)}${one.optional ? html` <span class="soft">(${t('optional')})</span>` : ''}</span>${control(one, form, state, on)}</label>`)}
    ${form.complaint ? html`<p class="bad" role="alert">${form.complaint}</p>` : ''}
    <div class="row"><button type="submit" class="primary" ?disabled=${form.sending}>${form.sending ? t('act.working') : capital(local(form.offer.words))}</button>
      <button type="button" class="quiet" @click=${on.cancel}>${w('cancel')} <kbd>Esc</kbd></button></div>
  </form>`

const offers = (one, on) => (one.actions.length
  ? html`<div class="row">${one.actions.map(offer => html`
      <button type="button" data-action=${offer.action} class=${offer.primary ? 'primary' : ''} @click=${() => on.offer(offer)}>${capital(local(offer.words))}${offer.key ? html` <kbd>${offer.key}</kbd>` : ''}</button>`)}</div>`
  : html`<p class="soft">${t('act.nothing')}</p>`)

const shown = (one, state, on) => html`
  <header class="pane-head">
    <p class="row between"><span class="row"><span class="code soft">${one.number}</span><span class="state">${t(`state.${one.state}`)}</span></span>${termWords(one)}</p>
    <h2>${t(`kind.${one.kind}`)} <span class="soft">${t(`channel.${one.channel}`)}</span></h2>
    <p class="soft">${[t('received', { time: moment(one.receivedAt, state.me.zone) }), t('limit', { n: one.limitDays }), one.light === 'none' ? '' : t('due', { time: moment(one.dueAt, state.me.zone) }),
      one.registeredBy ? t('registered', { name: one.registeredBy }) : '', one.reopened ? t('reopened', { n: one.reopened }) : ''].filter(Boolean).join(' · ')}</p>
  </header>
  <div class="pane-body">
    <p class="asked">${one.text}</p>
    ${photos(one.photoIds)}
    ${facts(one, state.me.zone)}
    ${contactBox(state.contacts, { of: one.number, zone: state.me.zone, enquiry: true }, on)}
    ${one.answer ? html`<section class="answer"><h3>${t('answer')}</h3><p>${one.answer}</p></section>` : ''}
    <section><h3>${t('history')}</h3><ol class="history">${one.history.map(entry => step(entry, state.me.zone))}</ol></section>
  </div>
  <footer class="act-bar">${state.form ? formOf(state.form, state, on) : offers(one, on)}</footer>`

export const readingPane = (state, on) => {
  if (!state.chosen) return html`<div class="empty"><p><strong>${t('pick')}</strong></p><p>${t('pick.words')}</p></div>`
  const back = html`<button type="button" class="quiet back" @click=${on.shut}>‹ ${t('back')}</button>`
  if (state.detailProblem) return html`${back}<div class="empty bad"><p>${problemWords(state.detailProblem)}</p></div>`
  if (!state.detail) return html`${back}<div class="skeleton block-skeleton"></div>`
  return html`${back}${shown(state.detail, state, on)}`
}
