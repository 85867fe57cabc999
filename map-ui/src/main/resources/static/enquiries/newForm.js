// enquiries/newForm.js – the acceptor writes down what somebody asks by telephone, letter, microblog …

import { html } from 'lit-html'
import { live } from 'lit-html/directives/live.js'
import { w } from '../parts/words.js'
import { CHANNELS, KINDS, t } from './words.js'

export const emptyNew = () => ({ key: crypto.randomUUID(), kind: 'consult', channel: 'hotline', text: '', name: '', phone: '', sending: false, complaint: '' })

/** As POST /api/enquiries takes it; pure. */
export const enquiryOf = ({ kind, channel, text, name, phone }) => ({
  kind, channel, text: text.trim(),
  ...(name.trim() || phone.trim() ? { contact: { ...(name.trim() && { name: name.trim() }), ...(phone.trim() && { phone: phone.trim() }) } } : {}),
})

const pressed = (codes, name, words, fresh, on) => html`<div class="field"><span>${t(`new.${name}`)}</span>
  <div class="row">${codes.map(code => html`<button type="button" class="chip" aria-pressed=${fresh[name] === code} @click=${() => on.write({ [name]: code })}>${t(`${words}.${code}`)}</button>`)}</div></div>`

const input = (name, fresh, on, type = 'text') => html`<label class="field"><span>${t(`new.${name}`)} <span class="soft">(${t('optional')})</span></span>
  <input type=${type} .value=${live(fresh[name])} @input=${event => on.write({ [name]: event.target.value })}></label>`

export const newForm = (fresh, on) => html`
  <form class="new-form" @submit=${event => { event.preventDefault(); on.register() }}>
    <h2>${t('new')}</h2>
    ${pressed(KINDS, 'kind', 'kind', fresh, on)}${pressed(CHANNELS, 'channel', 'channel', fresh, on)}
    <label class="field"><span>${t('new.text')}</span><textarea data-first rows="6" maxlength="2000" placeholder=${t('new.text.hint')} .value=${live(fresh.text)} @input=${event => on.write({ text: event.target.value })}></textarea></label>
    <div class="two">${input('name', fresh, on)}${input('phone', fresh, on, 'tel')}</div>
    <p class="hint">${t('new.contact.why')}</p>
    ${fresh.complaint ? html`<p class="bad" role="alert">${fresh.complaint}</p>` : ''}
    <div class="row"><button type="submit" class="primary" ?disabled=${fresh.sending}>${t(fresh.sending ? 'act.working' : 'new.send')}</button>
      <button type="button" class="quiet" @click=${on.shutNew}>${w('cancel')} <kbd>Esc</kbd></button></div>
  </form>`
