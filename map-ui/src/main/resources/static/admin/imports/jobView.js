// admin/imports/jobView.js – an import while it runs, and what came of it.

import { html } from 'lit-html'
import { language } from '../../lib/i18n.js'
import { rejectedPath } from '../../server/imports.js'
import { fieldWords, reasonWords } from '../../parts/reasons.js'
import { number, t } from './words.js'

const PHASES = ['reading', 'judging', 'coding', 'writing', 'indexing']
export const isOpen = job => job.status === 'waiting' || job.status === 'running'

const rowsWords = ({ rowsRead, rowsTotal }) =>
  (rowsTotal > 0 ? t('rows.of', { n: number(rowsRead), total: number(rowsTotal) }) : t('rows.read', { n: number(rowsRead) }))

const bar = ({ rowsRead, rowsTotal, bytesRead, bytes, status }) => {
  if (status === 'waiting') return html`<progress></progress>`
  return rowsTotal > 0 ? html`<progress max=${rowsTotal} value=${Math.min(rowsRead, rowsTotal)}></progress>` : html`<progress max=${bytes || 1} value=${Math.min(bytesRead, bytes)}></progress>`
}

const running = (job, on) => html`
  <ol class="phases">${PHASES.map(phase => html`<li aria-current=${job.phase === phase ? 'step' : 'false'}>${t(`phase.${phase}`)}</li>`)}</ol>
  ${bar(job)}
  <div class="row between"><span class="figures">${rowsWords(job)}</span><button type="button" @click=${on.cancel}>${t('cancel')}</button></div>`

const figure = (name, value, act) => {
  const inside = html`<span class="figure-name">${name}</span><span class="figure-value figures">${value}</span>`
  return act ? html`<button type="button" class="figure" @click=${act}>${inside}</button>` : html`<div class="figure">${inside}</div>`
}

const counts = (job, on) => {
  const { result, status } = job
  const tried = status === 'checked' || status === 'refused'
  const word = name => t(tried ? `would.${name}` : name)
  const open = name => (status === 'done' && job.kind === 'components' && result[name] ? () => on.changes(name) : null)
  return html`<div class="counts">
    ${['inserted', 'updated', 'unchanged', 'disappeared'].map(name => figure(word(name), number(result[name]), name === 'unchanged' ? null : open(name)))}
    ${figure(t('rejected'), number(result.rejectedCount))}
    ${result.outside ? figure(t('outside'), number(result.outside)) : ''}
    ${figure(t('seconds'), t('seconds.value', { n: result.seconds?.toFixed(1) ?? '–' }))}</div>`
}

const rejected = (job, { rejected: rows, rejectedCount }) => (rejectedCount ? html`
  <div class="row between"><h3>${t('rejected.title')}</h3><a class="button" href=${rejectedPath(job.id, language())} download>${t('download')}</a></div>
  ${rejectedCount > rows.length ? html`<p class="soft">${t('rejected.more', { n: rows.length })}</p>` : ''}
  <div class="scroll"><table><thead><tr><th>${t('line')}</th><th>${t('field')}</th><th>${t('value')}</th><th>${t('reason')}</th><th>${t('proposal')}</th></tr></thead>
    <tbody>${rows.map(row => html`<tr><td class="figures">${row.line}</td><td>${fieldWords(row.field)}</td><td class="code">${row.value ?? ''}</td><td>${reasonWords(row.reason)}</td><td>${reasonWords(row.proposal)}</td></tr>`)}</tbody></table></div>` : '')

const changes = (listed, on) => (listed ? html`
  <h3>${t('changes')} · ${t(listed.what)}</h3>
  <div class="scroll"><table><tbody>${listed.items.map(({ code, classCode, version }) => html`<tr><td class="code"><a href=${`/c/${code}`}>${code}</a></td><td>${classCode ?? ''}</td><td class="figures">v${version ?? ''}</td></tr>`)}</tbody></table></div>
  ${listed.next ? html`<button type="button" @click=${() => on.changes(listed.what, listed.next)}>${t('more')}</button>` : ''}` : '')

export const jobView = (state, on) => {
  const { job } = state
  return html`<section>
    <div class="row between"><h2>${job.fileName} <span class="state">${t(`status.${job.status}`)}</span></h2><button type="button" class="quiet" @click=${on.leave}>${t('back.list')}</button></div>
    <div role="status">${isOpen(job) ? running(job, on) : ''}${job.problem ? html`<p class="bad">${reasonWords(job.problem)}</p>` : ''}</div>
    ${state.complaint ? html`<p class="bad" role="alert">${state.complaint}</p>` : ''}
    ${job.result && !isOpen(job) ? html`${counts(job, on)}${rejected(job, job.result)}` : ''}
    ${changes(state.changes, on)}
    ${isOpen(job) ? '' : html`<div class="row">
      ${['received', 'checked', 'refused', 'failed', 'cancelled'].includes(job.status) ? html`<button type="button" class="primary" @click=${on.adjust}>${t('again')}</button>` : ''}
      ${job.canUndo ? html`<button type="button" @click=${on.undo}>${t('undo')}</button>` : ''}</div>`}
  </section>`
}
