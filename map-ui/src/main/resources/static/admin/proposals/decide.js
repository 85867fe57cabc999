// admin/proposals/decide.js – one proposal: what is registered, what is proposed, and the two buttons.

import { html } from 'lit-html'
import { live } from 'lit-html/directives/live.js'
import { differenceRows } from './sides.js'
import { metresBetween, metresWords } from '../../card/difference.js'
import { spaced, unitName } from '../../card/facts.js'
import { stateOf, t } from '../../card/words.js'
import { local } from '../../lib/i18n.js'
import { fullMoment } from '../../lib/time.js'
import { photoAddress } from '../../server/cases.js'

const row = one => html`<tr><th>${one.field}</th><td>${one.from ?? ''}</td><td class=${one.to === one.from ? '' : 'new'}>${one.to ?? ''}</td></tr>`

const unitChoice = (name, { units, fill }, on) => html`
  <label class="field"><span>${t(name)}</span><select .value=${live(fill[`${name}Unit`] ?? '')} @change=${event => on.fill({ [`${name}Unit`]: event.target.value })}>
    <option value="">${t('edit.unit.choose')}</option>${units.map(one => html`<option value=${one.code} ?selected=${fill[`${name}Unit`] === one.code}>${unitName(one)}</option>`)}</select></label>`

const completing = (state, on) => {
  const { chosen } = state
  if (chosen.act === 'create') return html`<fieldset class="pair"><legend class="soft">${t('proposal.fill')}</legend>${unitChoice('owner', state, on)}${unitChoice('maintenance', state, on)}</fieldset>`
  if (chosen.act !== 'gone') return ''
  return html`<label class="field"><span>${t('proposal.goneState')}</span><select .value=${live(state.fill.state ?? 'lost')} @change=${event => on.fill({ state: event.target.value })}>
    ${['lost', 'abandoned', 'moved_away'].map(one => html`<option value=${one} ?selected=${one === (state.fill.state ?? 'lost')}>${stateOf(one)}</option>`)}</select></label>`
}

const deciding = (state, on) => html`
  <form class="decide" @submit=${event => { event.preventDefault(); on.accept() }}>
    ${completing(state, on)}
    <label class="field"><span>${t('proposal.opinion')}</span><textarea id="opinion" maxlength="1000" rows="2" placeholder=${t('proposal.opinion.hint')} .value=${live(state.opinion)} @input=${event => on.opinion(event.target.value)}></textarea></label>
    ${state.fault ? html`<p class="bad" role="alert">${state.fault}</p>` : ''}
    <div class="row"><button type="submit" class="primary" ?disabled=${state.saving}>${t('proposal.accept')} <kbd>A</kbd></button>
      <button type="button" class="danger" ?disabled=${state.saving} @click=${on.reject}>${t('proposal.reject')} <kbd>R</kbd></button></div>
  </form>`

const decided = (one, zone) => html`<p><strong>${t(`proposals.state.${one.state}`)}</strong> ${t('proposal.by', { name: one.reviewedBy.displayName, time: fullMoment(one.reviewedAt, zone) })}
  ${one.code ? html` · <a class="code" href="/c/${one.code}">${spaced(one.code)}</a>` : ''}</p>${one.opinion ? html`<p>“${one.opinion}”</p>` : ''}`

const movesWords = ({ chosen, card }) =>
  (chosen.act === 'move' && card ? t('proposal.moves', { metres: metresWords(metresBetween([card.lon, card.lat], [chosen.lon, chosen.lat])) }) : '')

export const decide = (state, on, zone) => {
  const { chosen, card } = state
  return html`<section aria-live="polite">
    <div><h1>${t(`proposal.${chosen.act}`)}: ${local(chosen.className)} ${movesWords(state)}</h1>
      <p>${card ? html`<a class="code" href="/c/${card.code}">${spaced(card.code)}</a> · ` : ''}<span class="soft">${t('proposals.of', { name: chosen.proposedBy.displayName, time: fullMoment(chosen.proposedAt, zone) })}</span></p></div>
    ${chosen.note ? html`<p><span class="soft">${t('proposal.note')}</span> “${chosen.note}”</p>` : ''}
    ${card && chosen.state === 'open' && chosen.baseVersion && card.version > chosen.baseVersion ? html`<p class="notice">${t('proposal.stale', { n: card.version })}</p>` : ''}
    <div id="map" role="application" aria-label=${t('map')}></div>
    ${chosen.photoIds.length ? html`<div class="photos">${chosen.photoIds.map((id, i) => html`<a class="photo" href=${photoAddress(id)} target="_blank"><img src=${photoAddress(id, true)} alt="${t('photos')} ${i + 1}"></a>`)}</div>` : ''}
    <table class="sides"><thead><tr><th></th><th>${t('proposal.before')}</th><th>${t('proposal.after')}</th></tr></thead><tbody>${differenceRows(state).map(row)}</tbody></table>
    ${chosen.state === 'open' ? deciding(state, on) : decided(chosen, zone)}
  </section>`
}
