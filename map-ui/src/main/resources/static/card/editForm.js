// card/editForm.js – the card as a form: units with since when, attributes of its class with units, photos, why.

import { html } from 'lit-html'
import { live } from 'lit-html/directives/live.js'
import { local } from '../lib/i18n.js'
import { photoAddress } from '../server/cases.js'
import { metresBetween, metresWords } from './difference.js'
import { unitName } from './facts.js'
import { stateOf, t } from './words.js'

const field = (name, form, on, { type = 'text', label = t(name), most = 1000 } = {}) => html`
  <label class="field"><span>${label}</span>
    <input name=${name} type=${type} maxlength=${most} .value=${live(form[name])} @input=${event => on.write({ [name]: event.target.value })}></label>`

const choose = (name, label, value, choices, changed, first) => html`
  <label class="field"><span>${label}</span><select name=${name} .value=${live(value)} @change=${event => changed(event.target.value)}>
    ${first === undefined ? '' : html`<option value="" ?selected=${!value}>${first}</option>`}
    ${choices.map(([code, words]) => html`<option value=${code} ?selected=${code === value}>${words}</option>`)}</select></label>`

const unitFields = (role, { form, units }, on) => html`
  <div class="pair">
    ${choose(`${role}Unit`, t(role), form[`${role}Unit`], units.map(one => [one.code, unitName(one)]), code => on.write({ [`${role}Unit`]: code }), role === 'owner' ? t('edit.unit.choose') : t('edit.unset'))}
    ${field(`${role}From`, form, on, { type: 'date', label: t('edit.from') })}
  </div>`

const measure = (attribute, form, on) => {
  const typed = form.dimensions[attribute.name] ?? { value: '', unit: '' }
  const write = patch => on.write({ dimensions: { ...form.dimensions, [attribute.name]: { ...typed, unit: typed.unit || attribute.units[0] || '', ...patch } } })
  const label = html`<span title=${attribute.source}>${local(attribute.words)}</span>`
  if (attribute.type === 'choice') {
    return html`<label class="field">${label}<select name="dim-${attribute.name}" .value=${live(typed.value)} @change=${event => write({ value: event.target.value })}>
      <option value="" ?selected=${!typed.value}>${t('edit.unset')}</option>${attribute.choices.map(one => html`<option value=${one} ?selected=${one === typed.value}>${one}</option>`)}</select></label>`
  }
  return html`<label class="field">${label}<span class="measure">
    <input name="dim-${attribute.name}" inputmode=${attribute.type === 'number' ? 'decimal' : 'text'} .value=${live(typed.value)} @input=${event => write({ value: event.target.value })}>
    ${attribute.units.length > 1 ? html`<select aria-label="${local(attribute.words)} ${t('edit.unit')}" .value=${live(typed.unit || attribute.units[0])} @change=${event => write({ unit: event.target.value })}>
      ${attribute.units.map(one => html`<option value=${one} ?selected=${one === (typed.unit || attribute.units[0])}>${one}</option>`)}</select>` : html`<span class="soft">${attribute.units[0] ?? ''}</span>`}</span></label>`
}

const measureFields = ({ form, attributes }, on) => {
  const shown = attributes.filter(one => !one.general || form.dimensions[one.name])
  const more = attributes.filter(one => one.general && !form.dimensions[one.name])
  return html`<div class="grid-fields">${shown.map(one => measure(one, form, on))}</div>
    ${more.length ? html`<details><summary>${t('edit.general')}</summary><div class="grid-fields">${more.map(one => measure(one, form, on))}</div></details>` : ''}`
}

const photoFields = ({ form, uploading }, on) => html`
  <div class="photos">${form.photoIds.map((id, i) => html`<span class="photo"><img src=${photoAddress(id, true)} alt="${t('photos')} ${i + 1}">
    <button type="button" class="quiet icon" aria-label=${t('edit.photo.remove', { n: i + 1 })} @click=${() => on.write({ photoIds: form.photoIds.filter(one => one !== id) })}>✕</button></span>`)}
    <label class="button">${uploading ? t('edit.photo.sending') : t('edit.photo')}<input class="unseen" type="file" accept="image/*" @change=${on.addPhoto}></label></div>`

const movedWords = ({ card, form }) =>
  (card && form.place ? t('edit.moved', { metres: metresWords(metresBetween([card.lon, card.lat], [form.place.lon, form.place.lat])) }) : '')

const STANDING = ['intact', 'damaged']

export const editForm = (state, on) => {
  const { card, form } = state
  const states = [...STANDING, ...(card && !STANDING.includes(card.state) ? [card.state] : [])]
  return html`
    <form class="edit" @submit=${on.save} novalidate>
      <h2>${card ? t('edit.title') : t('new')}</h2>
      <p class="soft">${card ? t('edit.map') : t('new.lead')} <strong>${movedWords(state)}</strong>
        ${card && form.place ? html`<button type="button" class="quiet" @click=${on.unmove}>${t('edit.unmove')}</button>` : ''}</p>
      ${card ? '' : choose('classCode', t('class'), form.classCode, state.classes.map(one => [one.code, `${one.code} ${local(one.name)}`]), on.chooseClass, t('edit.class.choose'))}
      ${choose('state', t('state'), form.state, states.map(one => [one, stateOf(one)]), value => on.write({ state: value }))}
      ${unitFields('owner', state, on)}${unitFields('maintenance', state, on)}${unitFields('competent', state, on)}
      ${field('spec', form, on)}${field('address', form, on)}
      <fieldset><legend>${t('attributes')}</legend>${measureFields(state, on)}</fieldset>
      <fieldset><legend>${t('photos')}</legend>${photoFields(state, on)}</fieldset>
      <div class="pair">${field('since', form, on, { type: 'date' })}${field('source', form, on)}</div>
      ${field('note', form, on)}
      <label class="field"><span>${t('edit.reason')}</span><input name="reason" maxlength="1000" placeholder=${t('edit.reason.hint')} .value=${live(form.reason)} @input=${event => on.write({ reason: event.target.value })}></label>
      ${state.fault ? html`<p class="bad" role="alert">${state.fault}</p>` : ''}
      <div class="row edit-bar"><button type="submit" class="primary" ?disabled=${state.saving}>${card ? t('edit.save') : t('edit.create')}</button>
        <button type="button" @click=${on.cancel}>${t('edit.cancel')}</button></div>
    </form>`
}

export const retireForm = (state, on) => html`
  <details class="retire"><summary>${t('retire.title')}</summary>
    <form @submit=${on.retire}><p class="soft">${t('retire.words')}</p>
      <label class="field"><span>${t('retire.how')}</span><select name="state">${['lost', 'abandoned', 'moved_away'].map(one => html`<option value=${one}>${stateOf(one)}</option>`)}</select></label>
      <label class="field"><span>${t('retire.reason')}</span><input name="reason" required maxlength="1000"></label>
      <button type="submit" class="danger" ?disabled=${state.saving}>${t('retire.do')}</button></form></details>`
