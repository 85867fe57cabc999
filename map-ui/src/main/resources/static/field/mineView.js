// field/mineView.js – what waits on this phone, how my reports are getting on, language, sign-out.

import { html, nothing } from 'lit-html'
import { local } from '../lib/i18n.js'
import { signOut } from '../lib/session.js'
import { switchTheme, theme } from '../lib/theme.js'
import { clock, moment } from '../lib/time.js'
import { hurry, queue, retry } from '../phone/courier.js'
import { icon, symbolOf } from '../phone/icons.js'
import { empty, languageButton, since, skeleton, trouble } from '../phone/parts.js'
import { ownResults } from '../phone/ownResults.js'
import { REFUSED, SENT, WAITING } from '../phone/queue.js'
import { frame, t } from './frame.js'
import { draw, leave, loadReports, loadResults, zone } from './model.js'

const discard = id => { if (confirm(t('discard.sure'))) void queue.discard(id) }

const entryRow = entry => html`<li class="card entry entry-${entry.state}">
  <p class="strong">${entry.label}</p>
  <p><b>${t(`state.${entry.state}`)}</b>
    ${entry.state === SENT && entry.answer?.receipt ? html` · <span class="code">${t('receipt', { receipt: entry.answer.receipt })}</span>` : nothing}
    ${entry.state === WAITING && entry.attempts ? html` · ${t('next.try', { time: clock(entry.notBefore, zone()) })}` : nothing}
    <span class="soft">· ${moment(entry.createdAt, zone())}</span></p>
  ${entry.problem && entry.state !== SENT ? html`<p>${entry.problem.status ? entry.problem.sentence : t('trouble.offline')}</p>` : nothing}
  ${entry.state === REFUSED ? html`<div class="pair">
    <button class="button" @click=${() => retry(entry.id)}>${t('retry')}</button>
    <button class="button danger" @click=${() => discard(entry.id)}>${t('discard')}</button></div>` : nothing}
</li>`

const outbox = state => {
  const entries = state.entries.filter(entry => entry.state !== SENT)
  if (!entries.length) return html`<p class="soft">${t('outbox.none')}</p>`
  return html`<ul class="choices">${entries.map(entryRow)}</ul>
    ${entries.some(entry => entry.state === WAITING) ? html`<button class="button wide" @click=${() => hurry()}>${icon('up')}${t('try.now')}</button>` : nothing}`
}

const reportRow = report => html`<li><a class="choice" href="/report/${encodeURIComponent(report.receipt)}">
  ${icon(symbolOf(report.kind ?? 'event', report.classCode ?? '06'))}
  <span class="grow"><span class="strong">${local(report.className) || report.description}</span>
    <small>${local(report.statusWords)} · ${moment(report.reportedAt, zone())}</small>
    <small class="code">${report.receipt}</small></span>${icon('next')}</a></li>`

const reports = ({ reports: found }) => {
  if (!found) return skeleton(3)
  if (found.problem) return trouble(found.problem, loadReports)
  return html`${found.stale ? since(found.since, zone()) : nothing}
    ${found.value.items.length ? html`<ul class="choices">${found.value.items.map(reportRow)}</ul>` : empty(t('my.reports.none'), t('my.reports.none.words'))}`
}

const goodbye = async () => { await leave(); await signOut() }

export const mineView = state => frame({ state, view: 'mine' }, html`
  <section class="card who"><p class="strong">${state.me.displayName}</p><p class="soft">${state.me.userName}</p>
    <div class="pair">${languageButton()}
      <button class="quiet" @click=${() => { switchTheme(); draw() }}>${t(theme() === 'dark' ? 'light' : 'dark')}</button></div></section>
  <section><h2>${t('outbox')}</h2>${outbox(state)}</section>
  <section><h2>${t('own.title')}</h2>${ownResults(state.results, zone(), loadResults)}</section>
  <section><h2>${t('my.reports')}</h2>${reports(state)}</section>
  <section><button class="button wide" @click=${goodbye}>${t('sign.out')}</button><p class="soft small">${t('sign.out.words')}</p></section>`)
