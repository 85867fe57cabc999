// admin/imports/earlier.js – what was imported before, newest first.

import { html } from 'lit-html'
import { locale } from '../../lib/i18n.js'
import { megabytes, number, t } from './words.js'

const when = instant => (instant ? new Date(instant).toLocaleString(locale(), { dateStyle: 'short', timeStyle: 'short' }) : '')

const line = (job, open) => html`<tr>
  <td><a class="earlier-link" href=${`#${job.id}`} @click=${() => open(job.id)}>${job.fileName}</a></td><td>${t(`kind.${job.kind}`)}</td><td><span class="state">${t(`status.${job.status}`)}</span></td>
  <td class="number figures">${job.result ? number(job.result.inserted) : ''}</td><td class="number figures">${job.result ? number(job.result.updated) : ''}</td><td class="number figures">${job.result ? number(job.result.rejectedCount) : ''}</td>
  <td class="number figures">${megabytes(job.bytes)}</td><td>${job.by}</td><td class="figures">${when(job.receivedAt)}</td></tr>`

export const earlier = (state, on) => html`
  <section>
    <h2>${t('earlier')}</h2>
    ${state.earlier.length ? html`<div class="scroll"><table><thead><tr><th>${t('file')}</th><th>${t('kind')}</th><th>${t('status')}</th><th class="number">${t('inserted')}</th><th class="number">${t('updated')}</th><th class="number">${t('rejected')}</th><th class="number">${t('size')}</th><th>${t('by')}</th><th>${t('at')}</th></tr></thead>
      <tbody>${state.earlier.map(job => line(job, on.open))}</tbody></table></div>` : html`<p class="soft">${t('earlier.none')}</p>`}
    ${state.next ? html`<div class="row"><button type="button" @click=${on.more}>${t('more')}</button></div>` : ''}
  </section>`
