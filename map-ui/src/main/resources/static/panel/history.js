// panel/history.js – what was done with a case, step by step, newest last.

import { html } from 'lit-html'
import { t } from '../desk/words.js'
import { capital, local } from '../lib/i18n.js'
import { duration, fullMoment, moment } from '../lib/time.js'
import { roleWord, w } from '../parts/words.js'
import { photoStrip } from './photos.js'

const actorWords = ({ actor }) =>
  (actor?.role === 'SYSTEM' ? roleWord('SYSTEM') : [actor?.displayName ?? actor?.userName, roleWord(actor?.role)].filter(Boolean).join(' · '))

const receiverWords = receiver => (typeof receiver === 'string' ? receiver : local(receiver?.name ?? receiver) || receiver?.displayName || receiver?.code)

const step = (entry, zone, on) => html`
  <li class=${entry.late ? 'late' : ''}>
    <time class="figures" datetime=${entry.at} title=${fullMoment(entry.at, zone)}>${moment(entry.at, zone)}</time>
    <div>
      <strong>${capital(local(entry.actionWords) || entry.action)}</strong> <span class="soft">${actorWords(entry)}</span>
      ${entry.receiver ? html`<span>${t('case.receiver', { name: receiverWords(entry.receiver) })}</span>` : ''}
      ${entry.minutesUsed ? html`<span class="soft">${t('case.used', { span: duration(entry.minutesUsed) })}</span>` : ''}
      ${entry.late ? html`<span class="light-red">■ ${t('case.late')}</span>` : ''}
      ${entry.opinion ? html`<p class="opinion">${entry.opinion}</p>` : ''}
      ${entry.photoIds?.length ? photoStrip(entry.photoIds, on) : ''}
    </div>
  </li>`

export const history = (entries, zone, on) => html`
  <section class="block">
    <h3>${t('case.history')}</h3>
    <ol class="history">${entries.map(entry => step(entry, zone, on))}</ol>
  </section>`

const requestWords = request => capital(local(request.words) || request.kind)

export const requests = (entries, zone) => (entries?.length ? html`
  <section class="block notice">
    <h3>${t('case.requests')}</h3>
    ${entries.map(request => html`<p><strong>${requestWords(request)}</strong>
      ${request.until ? html`<span class="figures">${t('act.until')} ${fullMoment(request.until, zone)}</span>` : ''} ${request.opinion ?? ''}</p>`)}
  </section>` : '')
