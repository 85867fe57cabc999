// field/proposeForm.js – the register is wrong: missing here, wrong place, gone. Kept on the phone like every report.

import { html, nothing } from 'lit-html'
import { local } from '../lib/i18n.js'
import { searched } from '../phone/classes.js'
import { submit } from '../phone/courier.js'
import { icon, symbolOf } from '../phone/icons.js'
import { photoField } from '../phone/photoField.js'
import { skeleton } from '../phone/parts.js'
import { metresInWords } from '../phone/position.js'
import { frame, t } from './frame.js'
import { change, changeProposal, dropProposal, say } from './model.js'
import { ACTS, lacking, placeOf, proposalOf } from './proposal.js'

const nameOf = ({ thing, component }) => thing?.name ?? component?.className

const send = async draft => {
  await submit({
    id: draft.id, path: '/api/component-proposals', upload: 'before', photos: draft.photos,
    label: `${t(`propose.${draft.act}`)} ${local(nameOf(draft))}`, body: JSON.stringify(proposalOf(draft)),
  })
  await dropProposal()
  say(t(navigator.onLine === false ? 'saved.offline' : 'saved'))
  location.hash = '#home'
}

const acts = draft => html`<div class="choices">${ACTS.map(act => html`<button class="choice" aria-pressed=${draft.act === act} @click=${() => changeProposal({ act })}>
  <span class="grow"><span class="strong">${t(`propose.${act}`)}</span><small>${t(`propose.${act}.words`)}</small></span></button>`)}</div>`

const nearRow = near => html`<li><button class="choice" @click=${() => changeProposal({ component: near })}>
  ${icon(symbolOf('component', near.classCode))}<span class="grow"><span>${local(near.className)}</span>
  <small>${[near.address, near.spec].filter(Boolean).join(' · ') || near.code}</small></span><b>${metresInWords(near.distanceMetres)}</b></button></li>`

const chosen = (classCode, name, code, clear) => html`<div class="choice" aria-pressed="true">${icon(symbolOf('component', classCode))}
  <span class="grow"><span class="strong">${local(name)}</span>${code ? html`<small class="code">${code}</small>` : nothing}</span>
  <button class="quiet" @click=${clear}>${t('change')}</button></div>`

const whichComponent = (state, draft) => {
  if (draft.component) return chosen(draft.component.classCode, draft.component.className, draft.component.code, () => changeProposal({ component: null }))
  if (!state.near) return placeOf(draft) ? skeleton(3) : html`<p>${t('position.slow')}</p>`
  return state.near.items?.length ? html`<p class="soft">${t('propose.near')}</p><ul class="choices">${state.near.items.map(nearRow)}</ul>` : html`<p class="soft">${t('near.none')}</p>`
}

const classRow = found => html`<li><button class="choice" @click=${() => { changeProposal({ thing: { classCode: found.code, name: found.name } }); change({ sought: '' }) }}>
  ${icon(symbolOf('component', found.code))}<span class="grow"><span>${local(found.name)}</span><small>${local(found.major)}</small></span></button></li>`

const whichClass = (state, draft) => {
  if (draft.thing) return chosen(draft.thing.classCode, draft.thing.name, null, () => changeProposal({ thing: null }))
  const classes = (state.classes?.value?.items ?? []).filter(({ kind }) => kind === 'component')
  const text = state.sought ?? ''
  const found = text ? searched(classes, text) : classes.filter(({ code }) => COMMON.includes(code))
  return html`<label class="search">${icon('search')}<span class="unseen">${t('search')}</span>
      <input type="search" placeholder=${t('search')} .value=${text} @input=${event => change({ sought: event.target.value })}></label>
    ${found.length ? html`<ul class="choices two">${found.map(classRow)}</ul>` : html`<p>${t('search.none', { text })}</p>`}`
}

/** What stands on every street, offered before anybody types. */
const COMMON = ['0101', '0102', '0103', '0137', '0305', '0402']

const where = (state, draft, map) => html`
  <div class="map-holder">${map?.node ?? nothing}
    <button class="button here" ?disabled=${!state.fix} @click=${() => { changeProposal({ pin: null, fix: state.fix }); map.goTo(state.fix, 18) }}>${icon('target')}${t('where.mine')}</button></div>
  <p class="soft" role="status">${draft.act === 'move' && !draft.pin ? t('propose.pin') : draft.pin ? t('where.pinned') : t('where.fix')}</p>
  ${state.tooFar ? html`<p class="notice" role="status">${t('position.closer')}</p>` : nothing}`

const step = (number, title, content) => html`<section class="step"><h2><b>${number}</b>${title}</h2>${content}</section>`

export const proposeForm = (state, map) => {
  const draft = state.proposal
  const about = { state, view: 'form', back: '#home', title: t('propose') }
  if (!draft) return frame(about, skeleton(5))
  const lacks = lacking(draft)
  return frame(about, html`
    ${step(1, t('propose.what'), acts(draft))}
    ${draft.act ? step(2, draft.act === 'create' ? t('what') : t('propose.which'), draft.act === 'create' ? whichClass(state, draft) : whichComponent(state, draft)) : nothing}
    <div ?hidden=${!draft.act || draft.act === 'gone'}>${step(3, t('where'), where(state, draft, map))}</div>
    ${draft.act ? step(draft.act === 'gone' ? 3 : 4, t('photo'), html`
      ${photoField({ id: 'photo-proposal', name: 'proposal', label: t('photo.take'), list: draft.photos, trouble: draft.photosTrouble,
        changed: (photos, photosTrouble) => changeProposal({ photos, photosTrouble }) })}
      <label class="field"><span>${t('description')}</span><textarea maxlength="1000" placeholder=${t('propose.note')} .value=${draft.note} @input=${event => changeProposal({ note: event.target.value })}></textarea></label>
      <button class="quiet" @click=${dropProposal}>${t('clear')}</button>`) : nothing}
    <div class="send-bar">
      ${lacks.length ? html`<p>${t('missing', { list: lacks.map(key => t(key)).join(' · ') })}</p>` : nothing}
      <button class="button primary wide" ?disabled=${lacks.length > 0} @click=${() => send(draft)}>${t('send')}</button>
    </div>`)
}
