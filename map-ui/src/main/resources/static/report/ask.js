// report/ask.js – the second entry of the citizen's page: a question, a call for help, a complaint, a suggestion. One question a screen.

import { html, nothing } from 'lit-html'
import { PUBLIC, submit } from '../phone/courier.js'
import { icon } from '../phone/icons.js'
import { languageButton, skeleton } from '../phone/parts.js'
import { photoField } from '../phone/photoField.js'
import { enquiryOf } from './asking.js'
import { change, changeAsk, state as current, t } from './model.js'

export const ASK_STEPS = ['ask', 'ask-text', 'ask-contact']
export const ASKED = '/api/enquiries'

const KINDS = { consult: 'search', help: 'person', complaint: 'flag', suggestion: 'plus' }

const kinds = ({ ask }) => html`<ul class="kinds">${Object.entries(KINDS).map(([kind, symbol]) => html`
  <li><button class="choice kind" aria-pressed=${ask.kind === kind} @click=${() => { changeAsk({ kind }); location.hash = '#ask-text' }}>
    ${icon(symbol)}<span class="grow"><span class="strong">${t(`ask.${kind}`)}</span><small>${t(`ask.${kind}.hint`)}</small></span></button></li>`)}</ul>
  <p class="soft">${t('ask.not')} <a href="#where">${t('ask.report')}</a></p>`

const text = ({ ask, fix, askTrouble }) => html`
  <label class="field"><span class="unseen">${t('ask-text')}</span>
    <textarea class="tall" maxlength="2000" placeholder=${t(`ask.${ask.kind ?? 'consult'}.example`)} .value=${ask.text} @input=${event => changeAsk({ text: event.target.value })}></textarea></label>
  ${fix ? html`<label class="choice"><input type="checkbox" .checked=${ask.here} @change=${event => changeAsk({ here: event.target.checked })}><span class="grow">${t('ask.here')}</span></label>` : nothing}
  <details class="contact" ?open=${ask.photos.length > 0}><summary>${t('ask.photo')}</summary>
    ${photoField({ id: 'ask-photo', name: 'photo', label: t('photo.take'), list: ask.photos, trouble: askTrouble, changed: (photos, askTrouble) => { changeAsk({ photos }); change({ askTrouble }) } })}</details>`

const field = (ask, name, type, complete, most) => html`<label class="field"><span>${t(name)}</span>
  <input name=${name} type=${type} autocomplete=${complete} maxlength=${most} .value=${ask[name]} @input=${event => changeAsk({ [name]: event.target.value })}></label>`

const contact = ({ ask }) => html`
  <p class="soft">${t('ask.contact.words')}</p>
  ${field(ask, 'name', 'text', 'name', 50)}${field(ask, 'phone', 'tel', 'tel', 24)}
  <section class="card"><p class="soft">${t(`ask.${ask.kind ?? 'consult'}`)}</p><p class="lines">${ask.text}</p></section>`

const SCREENS = { ask: kinds, 'ask-text': text, 'ask-contact': contact }

const send = async () => {
  const { ask } = current
  if (!ask.kind || !ask.text.trim()) { location.hash = ask.kind ? '#ask-text' : '#ask'; return }
  change({ copied: false })
  const entry = await submit({
    id: ask.id, owner: PUBLIC, path: ASKED, part: 'enquiry', upload: 'with', photos: ask.photos,
    label: `${t(`ask.${ask.kind}`)} · ${ask.text.trim().slice(0, 30)}`, body: JSON.stringify(enquiryOf(ask, current.fix)),
  })
  change({ entry: current.entry?.id === entry.id ? current.entry : entry })
  location.hash = `#done/${entry.id}`
}

const forward = (view, { ask }) => {
  if (view === 'ask') return nothing
  if (view === 'ask-contact') return html`<button class="button primary wide" @click=${send}>${t('submit')}</button>`
  return html`<button class="button primary wide" ?disabled=${!ask.text.trim()} @click=${() => { location.hash = '#ask-contact' }}>${t('next')}</button>`
}

export const askPage = (view, now) => {
  const n = ASK_STEPS.indexOf(view)
  return html`
    <header class="top"><a class="quiet" href=${n ? `#${ASK_STEPS[n - 1]}` : '#where'} aria-label=${t('back')}>${icon('back')}</a>
      <ol class="dots" aria-label=${t('ask.step', { n: n + 1 })}>${ASK_STEPS.map((_, i) => html`<li class=${i <= n ? 'on' : ''}></li>`)}</ol>${languageButton()}</header>
    <main class="question"><h1>${t(view)}</h1>${now.ask ? SCREENS[view](now) : skeleton(4)}</main>
    <footer class="forward">${now.ask ? forward(view, now) : nothing}</footer>`
}
