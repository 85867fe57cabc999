// unit/actForm.js – the buttons that the server offers, and the small form of the one that was tapped.

import { html, nothing } from 'lit-html'
import { local } from '../lib/i18n.js'
import { day } from '../lib/time.js'
import { queue, retry, submit } from '../phone/courier.js'
import { newId } from '../phone/ids.js'
import { photoField } from '../phone/photoField.js'
import { REFUSED, SENT } from '../phone/queue.js'
import { actBody, actLacks, blankAct, fieldsOf, offered } from './acting.js'
import { addressOf, changeAct, say, t, zone } from './model.js'

const send = async (found, chosen, act) => {
  await submit({
    id: newId(), path: `${addressOf(found.number)}/acts`, upload: 'before', about: found.number,
    label: t('act.of', { action: local(chosen.words), number: found.number }), photos: act.photos,
    body: JSON.stringify(actBody(act, found.version)),
  })
  changeAct(null)
  say(t('saved'))
}

const fields = {
  staff: (chosen, act, found) => html`<label class="field"><span>${t('staff')}</span>
    <select @change=${event => changeAct({ ...act, staff: event.target.value })}>
      <option value="" ?selected=${!act.staff}>${t(found.workers?.length ? 'staff.choose' : 'staff.none')}</option>
      ${(found.workers ?? []).map(({ userName, displayName, open: n }) => html`<option value=${userName} ?selected=${act.staff === userName}>${t('staff.one', { name: displayName, n })}</option>`)}
    </select></label>`,
  answer: (chosen, act) => html`<label class="field"><span>${t('answer')}</span>
    <textarea maxlength="2000" placeholder=${t('answer.hint')} .value=${act.answer ?? ''} @input=${event => changeAct({ ...act, answer: event.target.value })}></textarea></label>`,
  opinion: (chosen, act) => {
    const known = t(`opinion.${chosen.action}`)
    return html`<label class="field"><span>${known.startsWith('opinion.') ? t('opinion') : known}</span>
      <textarea maxlength="500" placeholder=${chosen.action === 'HAND_IN' ? t('opinion.hint') : ''} .value=${act.opinion} @input=${event => changeAct({ ...act, opinion: event.target.value })}></textarea></label>`
  },
  photos: (chosen, act) => photoField({
    id: 'act-photo', name: 'after', label: t('photos.after'), list: act.photos, trouble: act.trouble,
    changed: (photos, trouble) => changeAct({ ...act, photos, trouble }),
  }),
  until: (chosen, act) => html`<label class="field"><span>${t('until')}</span>
    <input type="date" min=${day(Date.now() + 86_400_000, zone())} max=${day(Date.now() + 365 * 86_400_000, zone())} .value=${act.until} @input=${event => changeAct({ ...act, until: event.target.value })}></label>`,
}

const form = (found, chosen, act) => {
  const lacks = actLacks(chosen, act)
  return html`<section class="card act-form"><h2>${local(chosen.words)}</h2>
    ${fieldsOf(chosen).map(field => fields[field](chosen, act, found))}
    ${lacks.length ? html`<p class="soft">${t('missing', { list: lacks.map(key => t(key)).join(' · ') })}</p>` : nothing}
    <div class="pair"><button class="button" @click=${() => changeAct(null)}>${t('cancel')}</button>
      <button class="button primary" ?disabled=${lacks.length > 0} @click=${() => send(found, chosen, act)}>${local(chosen.words)}</button></div></section>`
}

const refused = entry => html`<section class="trouble" role="alert"><p class="strong">${entry.label}</p><p>${t('refused', { why: entry.problem.sentence })}</p>
  <div class="pair">${entry.problem.status === 409 ? nothing : html`<button class="button" @click=${() => retry(entry.id)}>${t('retry')}</button>`}
    <button class="button" @click=${() => queue.discard(entry.id)}>${t('discard')}</button></div></section>`

/** The lower part of a case: what is on its way, the form, or the buttons. */
export const actForm = (state, found) => {
  const entries = state.entries.filter(entry => entry.about === found.number && entry.state !== SENT)
  const onItsWay = entries.find(entry => entry.state !== REFUSED)
  if (onItsWay) return html`<p class="notice" role="status">${t('acted', { name: onItsWay.label, state: t(`state.${onItsWay.state}`) })}</p>`
  const actions = offered(found.actions)
  const chosen = state.act && actions.find(({ action }) => action === state.act.action)
  return html`${entries.map(refused)}
    ${chosen ? form(found, chosen, state.act)
    : actions.length ? html`<div class="actions">${actions.map(one => html`
        <button class="button ${one.primary ? 'primary' : ''}" @click=${() => changeAct(blankAct(one.action))}>${local(one.words)}</button>`)}</div>`
    : html`<p class="soft">${t('nothing')}</p>`}`
}
