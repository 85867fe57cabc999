// panel/actForm.js – the buttons a case offers, and the fields an act needs before it is sent.

import { html } from 'lit-html'
import { live } from 'lit-html/directives/live.js'
import { ref } from 'lit-html/directives/ref.js'
import { uploadPhoto } from '../server/cases.js'
import { t } from '../desk/words.js'
import { capital, local } from '../lib/i18n.js'
import { fieldOf, needsOf } from '../lib/offers.js'
import { toast } from '../parts/toast.js'
import { limitWords, problemWords, w } from '../parts/words.js'
import { photoStrip } from './photos.js'

const labelled = (need, optional, control) => html`
  <label class="field ${optional ? 'optional' : ''}"><span>${t(`act.${need}`)}${optional ? html` <span class="soft">(${t('act.optional')})</span>` : ''}</span>${control}</label>`

const text = (form, need, on, how = {}) => html`
  <input type=${how.type ?? 'text'} name=${need} .value=${live(form.values[fieldOf(need)] ?? '')} placeholder=${how.hint ?? ''}
    @input=${event => on.fill({ [fieldOf(need)]: event.target.value })}>`

const select = (form, need, choices, on) => html`
  <select name=${need} @change=${event => on.fill({ [fieldOf(need)]: event.target.value })}>
    <option value="" ?selected=${!form.values[fieldOf(need)]}>${choices.first}</option>
    ${choices.list.map(([value, words]) => html`<option value=${value} ?selected=${form.values[fieldOf(need)] === value}>${words}</option>`)}
  </select>`

const attach = (form, on) => async event => {
  on.fill({}, { uploading: true })
  for (const file of event.target.files) {
    await uploadPhoto(file)
      .then(({ photoId }) => on.fill({ photoIds: [...(form.values.photoIds ?? []), photoId] }))
      .catch(problem => toast(t('act.photos.failed', { why: problemWords(problem) }), { tone: 'bad' }))
  }
  on.fill({}, { uploading: false })
}

const conditionChoices = detail => ({
  first: t('act.condition.choose'),
  list: (detail.conditions ?? []).map(({ id, words, limit }) => [id, `${local(words)} · ${limitWords(limit)}`]),
})

/** "市政所 · 12 在办 · 3 超时": what a department has in hand stands beside its name. */
const loaded = (words, load) => (load ? t(load.red ? 'act.unit.load.late' : 'act.unit.load', { name: words, open: load.open, red: load.red }) : words)

/** Who is proposed comes first, then those who can handle it. */
const unitChoices = ({ detail, units, loads }) => {
  const proposed = detail.proposedUnit?.code
  return units.filter(({ code, kind }) => kind !== 'OWNER' || code === proposed)
    .sort((a, b) => (b.code === proposed) - (a.code === proposed))
    .map(({ code, name }) => [code, `${loaded(local(name), loads.get(code))}${code === proposed ? ` ← ${t('act.unit.proposed')}` : ''}`])
}

const unitField = (form, state, on) => html`
  ${select(form, 'unit', { first: t('act.unit.choose'), list: unitChoices(state) }, on)}
  ${state.detail.proposedUnit ? html`<span class="hint">${t('case.proposed', { name: local(state.detail.proposedUnit.name), reason: local(state.detail.proposedUnit.reason) })}</span>` : ''}`

const CONTROLS = {
  opinion: (form, state, on) => html`<textarea name="opinion" rows="2" placeholder=${t('act.opinion.hint')} .value=${live(form.values.opinion ?? '')}
    @input=${event => on.fill({ opinion: event.target.value })}></textarea>`,
  unit: unitField,
  condition: (form, { detail }, on) => select(form, 'condition', conditionChoices(detail), on),
  until: (form, state, on) => text(form, 'until', on, { type: 'datetime-local' }),
  master: (form, state, on) => text(form, 'master', on),
  collector: (form, state, on) => text(form, 'collector', on),
  outcome: (form, state, on) => select(form, 'outcome', { first: '', list: ['true', 'false', 'pass', 'fail'].map(code => [code, t(`outcome.${code}`)]) }, on),
  photos: (form, state, on) => html`<input type="file" name="photos" accept="image/*" multiple @change=${attach(form, on)}>
    ${form.uploading ? html`<span class="hint">${t('act.photos.sending')}</span>` : ''}
    ${form.values.photoIds?.length ? photoStrip(form.values.photoIds, on) : ''}`,
}

/** Focus goes to the first thing still to fill in, else to the button: a key and Enter are enough. */
const focusOnce = () => {
  let done = false
  return element => {
    if (!element || done) return
    done = true
    queueMicrotask(() => {
      const open = [...element.querySelectorAll('select, textarea, input')].find(field => !field.value && !field.closest('.optional'))
      ;(open ?? element.querySelector('button[type=submit]')).focus()
    })
  }
}
const focusing = new WeakMap()
const focusFor = form => {
  if (!focusing.has(form.offer)) focusing.set(form.offer, focusOnce())
  return focusing.get(form.offer)
}

const fields = (form, state, on) => needsOf(form.offer).filter(({ name }) => CONTROLS[name])
  .map(({ name, optional }) => labelled(name, optional, CONTROLS[name](form, state, on)))

const formOf = (form, state, on) => html`
  <form class="act-form" ${ref(focusFor(form))} @submit=${event => { event.preventDefault(); on.submit() }}>
    <h3>${capital(local(form.offer.words))}</h3>
    ${fields(form, state, on)}
    ${form.complaint ? html`<p class="bad" role="alert">${form.complaint}</p>` : ''}
    <div class="row">
      <button type="submit" class="primary" ?disabled=${form.sending || form.uploading}>${form.sending ? t('act.working') : capital(local(form.offer.words))}</button>
      <button type="button" class="quiet" @click=${on.cancelForm}>${w('cancel')} <kbd>Esc</kbd></button>
    </div>
  </form>`

const offerButton = (offer, main, on) => html`
  <button type="button" data-action=${offer.action} class=${main ? 'primary' : ''} @click=${() => on.offer(offer)}>${capital(local(offer.words))}${offer.key ? html` <kbd>${offer.key}</kbd>` : ''}</button>`

const buttons = ({ detail }, on) => html`
  <div class="offers">${detail.actions.map((offer, at) => offerButton(offer, offer.primary ?? at === 0, on))}</div>
  ${detail.proposedUnit && detail.actions.some(({ action }) => action === 'DISPATCH')
    ? html`<p class="hint">${t('case.proposed', { name: local(detail.proposedUnit.name), reason: local(detail.proposedUnit.reason) })}</p>` : ''}`

export const actBar = (state, on) => {
  const waiting = state.pending.get(state.detail.number)
  if (waiting) return html`<div class="act-bar"><p>${capital(waiting.words)} … <button type="button" @click=${waiting.undo}>${w('undo')}</button></p></div>`
  if (state.form) return html`<div class="act-bar">${formOf(state.form, state, on)}</div>`
  if (!state.detail.actions?.length) return html`<div class="act-bar soft">${t(state.detail.closedAt ? 'case.ended' : 'case.noactions')}</div>`
  return html`<div class="act-bar">${buttons(state, on)}</div>`
}
