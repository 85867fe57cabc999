// board/evaluation/frozen.js – results that were frozen: made, opened, published.

import { html, nothing } from 'lit-html'
import { local } from '../../lib/i18n.js'
import { fullMoment } from '../../lib/time.js'
import { may } from '../../lib/session.js'
import { points, t } from './words.js'

const line = (one, state, on) => html`<li class=${state.id === one.id ? 'chosen' : ''}>
  <button type="button" class="quiet" @click=${() => on.open(one.id)}>${one.period} · ${local(one.scheme.name)} · ${t('version', { n: one.version })}</button>
  <small class="soft">${one.publishedAt ? t('published', { time: fullMoment(one.publishedAt, state.me.zone) }) : t('draft')}${one.superseded ? ` · ${t('superseded')}` : ''}${one.corrections ? ` · ${t('corrected', { n: one.corrections })}` : ''}${one.note ? ` · ${one.note}` : ''}</small>
  ${!one.publishedAt && may(state.me, 'EVALUATOR') ? html`<button type="button" @click=${() => on.publish(one.id)}>${t('publish')}</button>` : nothing}</li>`

const freezing = (state, on) => {
  if (!may(state.me, 'EVALUATOR') || state.id || !state.found?.scheme) return nothing
  if (state.found.period.running) return html`<p class="soft">${t('freeze.running')}</p>`
  return html`<form class="freeze" @submit=${event => { event.preventDefault(); on.freeze(new FormData(event.target).get('note')) }}>
    <label class="field"><span>${t('freeze')}</span><input name="note" maxlength="500" placeholder=${t('freeze.note')}></label>
    <button type="submit" class="primary">${t('freeze.do')}</button></form>`
}

export const corrections = found => (found.corrections?.length ? html`<section><h2>${t('corrections')}</h2><ul>${found.corrections.map(one => html`
  <li>${t('correction', { name: local(one.name), was: points(one.score.was), now: points(one.score.now) })}${one.grade?.was === one.grade?.now ? nothing : html` · ${t('correction.grade', { was: one.grade.was ?? '–', now: one.grade.now ?? '–' })}`} ${one.cases.map(number => html` <a class="code" href="/case/${encodeURIComponent(number)}">${number}</a>`)}</li>`)}</ul></section>` : nothing)

export const frozen = (state, on) => html`<section class="frozen"><h2>${t('results')}</h2>
  ${freezing(state, on)}
  ${state.results?.length ? html`<ul>${state.results.map(one => line(one, state, on))}</ul>` : html`<p class="soft">${t('results.none')}</p>`}</section>`
