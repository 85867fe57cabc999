// panel/casePanel.js – the right side: one case whole, and what may be done with it now.

import { html } from 'lit-html'
import { t } from '../desk/words.js'
import { gridNumberOf } from '../lib/gridNumber.js'
import { local } from '../lib/i18n.js'
import { fullMoment } from '../lib/time.js'
import { deadline } from '../parts/light.js'
import { copy } from '../parts/toast.js'
import { caseTitle, limitWords, problemWords, stateWord, w } from '../parts/words.js'
import { actBar } from './actForm.js'
import { chaseBox } from './chaseBox.js'
import { contactBox } from './contacts.js'
import { bars, requests, steps } from './history.js'
import { photoStrip } from './photos.js'
import { compare, reporters } from './twins.js'
import { t as c } from './words.js'

export const copied = text => html`<button type="button" class="copy code" title=${t('map.copy')} @click=${() => copy(text)}>${text}</button>`

const fact = (name, words) => (words ? html`<dt>${name}</dt><dd>${words}</dd>` : '')

const place = item => html`
  ${item.address ? html`<span>${item.address}</span><br>` : ''}
  ${gridNumberOf(item) ? html`<span>${t('case.grid', { n: gridNumberOf(item) })}</span> · ` : ''}
  ${item.cellCode ? html`${copied(item.cellCode)} · ` : ''}${copied(`${item.lon.toFixed(6)}, ${item.lat.toFixed(6)}`)}`

const component = item => (item.componentCode ? html`
  ${copied(item.componentCode)} <a href="/c/${item.componentCode}">${t('case.card')}</a>` : '')

const clockWords = ({ clock }, zone) => (clock?.suspendedUntil ? `${t('act.until')} ${fullMoment(clock.suspendedUntil, zone)}` : '')

const limitOf = item => limitWords(item.limit ?? item.clock?.limit)

const link = (number, on) => (number ? html`<button type="button" class="copy code" @click=${() => on.open(number)}>${number}</button>` : '')

const facts = (item, zone, on) => html`
  <dl class="facts">
    ${fact(t('case.class'), [`${w(`kind.${item.kind}`)} ${item.classCode}`, local(item.className), local(item.conditionWords)].filter(Boolean).join(' · '))}
    ${fact(t('case.place'), place(item))}
    ${fact(t('case.component'), component(item))}
    ${fact(t('case.unit'), item.unit ? local(item.unit.name) : '')}
    ${fact(t('case.worker'), item.worker ? [item.worker.displayName, item.worker.doneAt ? t('case.worker.done', { time: fullMoment(item.worker.doneAt, zone) }) : ''].filter(Boolean).join(' · ') : '')}
    ${fact(t('case.stage'), item.stageDueAt ? html`<span class="figures">${fullMoment(item.stageDueAt, zone)}</span>` : '')}
    ${fact(t('case.due'), item.dueAt ? html`<span class="figures">${fullMoment(item.dueAt, zone)}</span>` : '')}
    ${fact(t('case.limit'), limitOf(item))}
    ${fact(w('light.suspended'), clockWords(item, zone))}
    ${fact(t('case.master'), link(item.masterNumber, on))}${fact(t('case.reopened'), link(item.reopenedFrom, on))}
    ${fact(t('case.source'), [w(`source.${item.source}`), item.channel ? w(`channel.${item.channel}`) : ''].filter(Boolean).join(' · '))}
    ${fact(t('case.reported'), html`<span class="figures">${fullMoment(item.reportedAt, zone)}</span>`)}
  </dl>`

const marks = (item, on) => html`
  <p class="marks">
    ${item.escalated ? html`<span class="mark">${t('case.escalated')}</span>` : ''}
    ${item.rework ? html`<span class="mark">${t('case.rework', { n: item.rework })}</span>` : ''}
    ${item.reports > 1 ? html`<span class="mark">${t('case.reports', { n: item.reports })}</span>` : ''}
  </p>`

const process = (item, zone, on) => html`
  <section class="block">
    <h3 class="row between">${c('process')}<a href="/case/${item.number}" target="_blank" rel="noopener">${c('process.whole')}</a></h3>
    ${bars(item, zone)}
    ${steps(item, { zone, photos: ids => photoStrip(ids, on), link: number => link(number, on) })}
  </section>`

const whole = (state, on) => {
  const item = state.detail
  return html`
    <header class="case-head">
      <div class="row between">${copied(item.number)}<button type="button" class="quiet icon" aria-label=${t('case.back')} title="${t('case.back')} (Esc)" @click=${on.shut}>✕</button></div>
      <h2>${caseTitle(item)}</h2>
      <div class="row"><span class="state">${stateWord(item.state)}</span>${deadline(item)}</div>
      ${marks(item, on)}
    </header>
    <div class="case-body">
      ${chaseBox(item, state, on)}
      ${compare(item, state, on)}
      ${item.description ? html`<p class="description">${item.description}</p>` : ''}
      ${item.photoIds?.length ? photoStrip(item.photoIds, on) : ''}
      ${facts(item, state.me.zone, on)}
      ${requests(item.requests, state.me.zone, t('case.requests'))}
      ${reporters(item, number => link(number, on))}
      ${contactBox(state.contacts, { of: item.number, zone: state.me.zone, over: Boolean(item.closedAt) || ['REFUSED', 'VOIDED', 'LINKED'].includes(item.state) }, on)}
      ${process(item, state.me.zone, on)}
    </div>
    ${actBar(state, on)}`
}

const failed = (state, on) => html`
  <div class="empty bad"><p>${problemWords(state.detailProblem)}</p>
    <button type="button" @click=${() => on.open(state.chosen)}>${w('retry')}</button> <button type="button" class="quiet" @click=${on.shut}>${t('case.back')}</button></div>`

const skeleton = html`<div class="case-body" aria-busy="true"><div class="skeleton line"></div><div class="skeleton title"></div><div class="skeleton block-skeleton"></div><div class="skeleton block-skeleton"></div></div>`

export const casePanel = (state, on) =>
  state.detailProblem ? failed(state, on) : state.detail?.number === state.chosen ? whole(state, on) : skeleton
