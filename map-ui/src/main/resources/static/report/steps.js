// report/steps.js – the four questions, one a screen.

import { html, nothing } from 'lit-html'
import { language, local } from '../lib/i18n.js'
import { searched } from '../phone/classes.js'
import { icon, symbolOf } from '../phone/icons.js'
import { photoField } from '../phone/photoField.js'
import { skeleton, trouble } from '../phone/parts.js'
import { similarCard } from '../phone/similarCard.js'
import { moment } from '../lib/time.js'
import { metresInWords } from '../phone/position.js'
import { placeOf } from './draft.js'
import { alreadyThere, arrive, change, changeDraft, locate, outside, state as current, t } from './model.js'
import { plainClasses } from './plainClasses.js'
import { cleaned, receipts } from './receipts.js'

export const STEPS = ['where', 'what', 'photo', 'words']

export const placeWords = ({ located, town }) => {
  if (!located) return t('where.asking')
  if (located.unknown) return t('where.unknown')
  if (outside(located)) return t('where.outside', { town: local(town?.name) })
  if (located.metresOutside) return t('where.near', { town: local(located.division?.name), distance: metresInWords(located.metresOutside) })
  return local(located.division?.name) || t('grid', { number: located.dutyGrid.number })
}

const here = map => {
  changeDraft({ pin: null, fix: current.fix })
  map.goTo(current.fix, 18)
  locate(current.fix)
  change({ tooFar: false })
}

const findForm = state => html`<details class="find"><summary>${t('find')}</summary>
  <form @submit=${event => { event.preventDefault(); location.assign(`/report/${cleaned(event.target.elements.receipt.value)}`) }}>
    <label class="field"><span>${t('find.label')}</span><input name="receipt" autocapitalize="characters" autocomplete="off" required></label>
    <button class="button">${t('find.go')}</button></form>
  ${receipts().length ? html`<h3>${t('mine')}</h3><ul class="choices">${receipts().map(given => html`
    <li><a class="choice" href="/report/${given.receipt}"><span class="grow"><span>${given.words}</span>
      <small><span class="code">${given.receipt}</span> · ${moment(given.at, state.town?.zone ?? 'Asia/Shanghai')}</small></span>${icon('next')}</a></li>`)}</ul>` : nothing}
</details>`

const where = (state, map) => {
  const { draft } = state
  if (state.townTrouble) return trouble(state.townTrouble, arrive)
  if (!state.town) return skeleton(4)
  return html`
    ${state.notScanned ? html`<p class="notice" role="status">${t('scanned.unknown', { code: state.notScanned })}</p>` : nothing}
    <p class="soft">${t('where.hint')}</p>
    <div class="map-holder">${map?.node ?? nothing}
      <button class="button here" ?disabled=${!state.fix} @click=${() => here(map)}>${icon('target')}${t('where.mine')}</button></div>
    ${state.tooFar ? html`<p class="notice" role="status">${t('position.closer')}</p>` : nothing}
    ${!placeOf(draft) && state.fixTrouble ? html`<p class="notice">${t(`position.${state.fixTrouble}`)}</p>` : nothing}
    ${placeOf(draft) ? html`<p class=${outside(state.located) || state.located?.metresOutside ? 'wrong' : 'strong'} role="status">${placeWords(state)}</p>` : nothing}
    <label class="field"><span>${t('address')}</span>
      <input maxlength="120" placeholder=${t('address.hint')} .value=${draft.address} @input=${event => changeDraft({ address: event.target.value })}></label>
    <a class="choice other-way" href="#ask">${icon('noise')}<span class="grow"><span class="strong">${t('ask.entry')}</span><small>${t('ask.entry.words')}</small></span>${icon('next')}</a>
    ${findForm(state)}`
}

const choose = thing => {
  changeDraft({ thing })
  change({ sought: '', searching: false })
  location.hash = '#photo'
}

const same = (a, b) => a?.kind === b.kind && a?.classCode === b.classCode

const tile = (draft, plain) => html`<li><button class="tile" aria-pressed=${same(draft.thing, plain)} @click=${() => choose(plain)}>
  ${icon(plain.symbol)}<span>${plain[language()]}</span></button></li>`

const foundRow = found => html`<li><button class="choice" @click=${() => choose({ kind: found.kind, classCode: found.code, zh: found.name.zh, en: found.name.en })}>
  ${icon(symbolOf(found.kind, found.code))}<span class="grow"><span>${local(found.name)}</span><small>${local(found.major)}</small></span></button></li>`

const search = state => {
  const found = searched(state.classes ?? [], state.sought)
  return html`<label class="search"><span class="unseen">${t('search')}</span>
      <input type="search" placeholder=${t('search')} .value=${state.sought} @input=${event => change({ sought: event.target.value })}></label>
    ${state.sought && !found.length ? html`<p>${t('search.none', { text: state.sought })}</p>` : nothing}
    <ul class="choices">${found.map(foundRow)}</ul>`
}

const offered = classes => (classes ? plainClasses.filter(plain => classes.some(({ kind, code }) => kind === plain.kind && code === plain.classCode)) : plainClasses)

const what = state => {
  const { draft } = state
  const other = draft.thing && !plainClasses.some(plain => same(draft.thing, plain))
  return html`
    ${other ? html`<p class="strong">${t('chosen', { name: draft.thing[language()] })}</p>` : nothing}
    ${state.searching ? search(state) : html`
      <ul class="tiles">${offered(state.classes).map(plain => tile(draft, plain))}</ul>
      <button class="button wide" @click=${() => change({ searching: true })}>${icon('search')}${t('other')}</button>`}`
}

const similarQuestion = (state, followIt) => similarCard(alreadyThere(state), {
  zone: state.town?.zone ?? 'Asia/Shanghai', follow: followIt,
  another: ids => changeDraft({ another: [...(state.draft.another ?? []), ...ids] }),
})

const scanned = ({ draft }) => (draft.thing?.componentCode ? html`<p class="card"><span class="strong">${draft.thing[language()]}</span> <span class="code">${draft.thing.componentCode}</span>
  ${draft.address ? html`<br>${draft.address}` : nothing}</p>` : nothing)

const photo = (state, map, followIt) => html`${similarQuestion(state, followIt)}${scanned(state)}<p class="soft">${t('photo.words')}</p>
  ${photoField({
    id: 'photo', name: 'photo', label: t('photo.take'), list: state.draft.photos, trouble: state.photoTrouble,
    changed: (photos, photoTrouble) => { changeDraft({ photos }); change({ photoTrouble }) },
  })}`

const words = (state, map, followIt) => {
  const { draft } = state
  const field = (name, extra = {}) => html`<label class="field"><span>${t(name)}</span>
    <input name=${name} type=${extra.type ?? 'text'} autocomplete=${extra.complete ?? 'off'} maxlength=${extra.most ?? 50} .value=${draft[name]} @input=${event => changeDraft({ [name]: event.target.value })}></label>`
  return html`
    ${similarQuestion(state, followIt)}
    <p class="card strong">${t('summary', { what: draft.thing?.[language()] ?? '', where: placeWords(state) })}</p>
    <label class="field"><span>${t('words.label')}</span>
      <textarea maxlength="1000" placeholder=${t('words.hint')} .value=${draft.words} @input=${event => changeDraft({ words: event.target.value })}></textarea></label>
    <details class="contact" ?open=${Boolean(draft.name || draft.phone)}><summary>${t('contact')}</summary><p class="soft">${t('contact.why')}</p>
      ${field('name', { complete: 'name' })}${field('phone', { type: 'tel', complete: 'tel', most: 24 })}
      <label class="choice"><input type="checkbox" .checked=${draft.wantsReply} @change=${event => changeDraft({ wantsReply: event.target.checked })}><span class="grow">${t('reply')}</span></label>
    </details>`
}

export const steps = { where, what, photo, words }
