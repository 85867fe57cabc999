// panel/hotline.js – the acceptor writes down a call: what, where (a click on the map), who calls.

import { html } from 'lit-html'
import { live } from 'lit-html/directives/live.js'
import { register } from '../server/cases.js'
import { locate } from '../server/town.js'
import { t } from '../desk/words.js'
import { gridNumber } from '../lib/gridNumber.js'
import { local } from '../lib/i18n.js'
import { matching } from '../lib/matching.js'
import { may } from '../lib/session.js'
import { toast } from '../parts/toast.js'
import { problemWords, w } from '../parts/words.js'

export const emptyCall = () => ({ query: '', thing: null, place: null, words: '', name: '', phone: '', wantsReply: true, sending: false, complaint: '' })

const patch = ({ change }, values) => change(now => ({ hotline: now.hotline && { ...now.hotline, ...values } }))

/** The map was clicked while the call is being written. */
export const placeCall = (desk, { lat, lng: lon }) => {
  patch(desk, { place: { lon, lat } })
  locate(lon, lat).then(found => patch(desk, { place: { lon, lat, ...found } }), () => {})
}

const reportOf = ({ thing, place, words, name, phone, wantsReply, photoIds }, me) => ({
  kind: thing.kind, classCode: thing.code, location: { lon: place.lon, lat: place.lat }, description: words,
  observedAt: new Date().toISOString(), wantsReply, ...(may(me, 'ACCEPTOR') ? { channel: 'hotline' } : {}), ...(photoIds?.length ? { photoIds } : {}),
  ...(name || phone ? { contact: { ...(name && { name }), ...(phone && { phone }) } } : {}),
})

const missingOf = ({ thing, place, words }) =>
  [[thing, 'hotline.class'], [place, 'hotline.place'], [words.trim(), 'hotline.words']].filter(([value]) => !value).map(([, key]) => t(key))

export const sendCall = async desk => {
  const call = desk.state.hotline
  const gaps = missingOf(call)
  if (gaps.length) return patch(desk, { complaint: t('act.missing', { fields: gaps.join('、') }) })
  patch(desk, { sending: true, complaint: '' })
  try {
    const { receipt } = await register(reportOf(call, desk.state.me))
    desk.change({ hotline: null })
    if (call.enquiry) await call.enquiry.link(receipt)
    else toast(t('hotline.done', { receipt }), { tone: 'good', seconds: 12 })
  } catch (problem) {
    patch(desk, { sending: false, complaint: problemWords(problem) })
  }
  return null
}

const choice = (thing, desk) => html`
  <li><button type="button" class="quiet wide left" @click=${() => patch(desk, { thing, query: local(thing.name) })}>
    <span class="code">${thing.code}</span> ${local(thing.name)} <span class="soft">${w(`kind.${thing.kind}`)} · ${local(thing.major)}</span></button></li>`

const choices = (call, desk) => {
  if (!call.query || call.thing) return ''
  const found = matching(desk.state.classes, call.query, 7)
  return html`<ul class="choices">${found.length ? found.map(thing => choice(thing, desk)) : html`<li class="soft">${t('hotline.none')}</li>`}</ul>`
}

const placeWords = ({ place }) => (place ? html`
  <span class="figures">${t('hotline.place.at', { lon: place.lon.toFixed(5), lat: place.lat.toFixed(5) })}</span>
  <span>${place.dutyGrid ? t('hotline.grid', { n: gridNumber(place.dutyGrid.number) }) : place.cell === undefined && !place.division ? '' : t('map.outside')}</span>`
  : html`<strong>${t('hotline.place.hint')}</strong>`)

const input = (name, words, call, desk, type = 'text') => html`
  <label class="field"><span>${words}</span><input type=${type} .value=${live(call[name])} @input=${event => patch(desk, { [name]: event.target.value })}></label>`

export const hotlineForm = (call, desk) => html`
  <form class="case-body" @submit=${event => { event.preventDefault(); sendCall(desk) }}>
    <h2>${t('hotline.title')}</h2>
    ${call.enquiry ? html`<p class="mark">${t('hotline.from', { number: call.enquiry.number })}</p>` : ''}
    <label class="field"><span>${t('hotline.class')}</span>
      <input type="text" autocomplete="off" data-first placeholder=${t('hotline.class.hint')} .value=${live(call.query)}
        @input=${event => patch(desk, { query: event.target.value, thing: null })}></label>
    ${choices(call, desk)}
    <div class="field"><span>${t('hotline.place')}</span><p class="placed">${placeWords(call)}</p></div>
    <label class="field"><span>${t('hotline.words')}</span>
      <textarea rows="3" .value=${live(call.words)} @input=${event => patch(desk, { words: event.target.value })}></textarea></label>
    ${input('name', t('hotline.name'), call, desk)}
    ${input('phone', t('hotline.phone'), call, desk, 'tel')}
    <label class="check"><input type="checkbox" .checked=${live(call.wantsReply)} @change=${event => patch(desk, { wantsReply: event.target.checked })}> ${t('hotline.reply')}</label>
    ${call.complaint ? html`<p class="bad" role="alert">${call.complaint}</p>` : ''}
    <div class="row">
      <button type="submit" class="primary" ?disabled=${call.sending}>${t(call.sending ? 'act.working' : 'hotline.send')}</button>
      <button type="button" class="quiet" @click=${() => desk.change({ hotline: null })}>${w('cancel')} <kbd>Esc</kbd></button>
    </div>
  </form>`
