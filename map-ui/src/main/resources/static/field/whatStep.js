// field/whatStep.js – what it is: components nearby first, then recent classes, then search, then all; then the condition.

import { html, nothing } from 'lit-html'
import { language, local } from '../lib/i18n.js'
import { byMajor, keyOf, limitInWords, recentKeys, rememberClass, searched } from '../phone/classes.js'
import { icon, symbolOf } from '../phone/icons.js'
import { skeleton, trouble } from '../phone/parts.js'
import { metresInWords } from '../phone/position.js'
import { t } from './frame.js'
import { changeDraft, loadClasses, state as current, change } from './model.js'

const choose = (draft, thing) => {
  rememberClass(keyOf(thing))
  changeDraft(draft.self, { thing, conditionId: null })
  change({ sought: '' })
}

const ofClass = found => ({ kind: found.kind, classCode: found.code, edition: found.edition, name: found.name })
const ofComponent = near => ({ kind: 'component', classCode: near.classCode, componentCode: near.code, name: near.className })

const classButton = (draft, found) => html`<li><button class="choice" @click=${() => choose(draft, ofClass(found))}>
  ${icon(symbolOf(found.kind, found.code))}<span class="grow"><span>${local(found.name)}</span><small>${local(found.major)}</small></span></button></li>`

const nearButton = (draft, near) => html`<li><button class="choice" @click=${() => choose(draft, ofComponent(near))}>
  ${icon(symbolOf('component', near.classCode))}<span class="grow"><span>${local(near.className)}</span>
  <small>${[near.address, near.spec].filter(Boolean).map(local).join(' · ') || near.code}</small></span>
  <b>${metresInWords(near.distanceMetres)}</b></button></li>`

const nearby = (state, draft) => html`<h3>${t('near')}</h3>${!state.near ? skeleton(2)
  : state.near.items?.length ? html`<ul class="choices">${state.near.items.slice(0, 4).map(near => nearButton(draft, near))}</ul>`
  : html`<p class="soft">${t('near.none')}</p>`}`

const recent = (draft, classes) => {
  const known = new Map(classes.map(found => [keyOf(found), found]))
  const list = recentKeys().map(key => known.get(key)).filter(Boolean)
  return list.length ? html`<h3>${t('recent')}</h3><ul class="choices two">${list.map(found => classButton(draft, found))}</ul>` : nothing
}

const all = (draft, classes) => html`<details class="all"><summary>${t('all.classes')}</summary>
  ${byMajor(classes).map(({ major, things }) => html`<details><summary>${t(things[0].kind === 'component' ? 'components' : 'events')} · ${local(major)}</summary>
    <ul class="choices">${things.map(found => classButton(draft, found))}</ul></details>`)}</details>`

const pick = (state, draft) => {
  const classes = state.classes?.value?.items
  if (state.classes?.problem) return trouble(state.classes.problem, loadClasses)
  if (!classes) return skeleton(3)
  const text = state.sought ?? ''
  const found = searched(classes, text)
  return html`
    ${text ? nothing : nearby(state, draft)}
    ${text ? nothing : recent(draft, classes)}
    <label class="search">${icon('search')}<span class="unseen">${t('search')}</span>
      <input type="search" placeholder=${t('search')} .value=${text} @input=${event => change({ sought: event.target.value })}></label>
    ${text ? (found.length ? html`<ul class="choices">${found.map(one => classButton(draft, one))}</ul>` : html`<p>${t('search.none', { text })}</p>`) : nothing}
    ${text ? nothing : all(draft, classes)}`
}

const radio = (draft, id, words, small) => html`<label class="choice"><input type="radio" name="condition" .checked=${draft.conditionId === id}
  @change=${() => changeDraft(draft.self, { conditionId: id })}><span class="grow"><span>${words}</span>${small ? html`<small>${small}</small>` : nothing}</span></label>`

const conditions = (draft, found) => (found?.conditions?.length ? html`<fieldset><legend>${t('conditions')}</legend><div class="choices">
  ${found.conditions.map(one => radio(draft, one.id, local(one.words), one.limit ? t('limit', { limit: limitInWords(one.limit, language()) }) : null))}
  ${radio(draft, null, t('condition.open'))}</div></fieldset>` : nothing)

const chosen = (state, draft) => {
  const { thing } = draft
  const found = state.classes?.value?.items?.find(one => one.kind === thing.kind && one.code === thing.classCode)
  return html`
    <div class="choice" aria-pressed="true">${icon(symbolOf(thing.kind, thing.classCode))}
      <span class="grow"><span class="strong">${local(thing.name)}</span>${thing.componentCode ? html`<small class="code">${thing.componentCode}</small>` : nothing}</span>
      <button class="quiet" @click=${() => changeDraft(draft.self, { thing: null, conditionId: null })}>${t('change')}</button></div>
    ${conditions(draft, found)}`
}

/** @param {object} draft */
export const whatStep = (draft, state = current) => (draft.thing ? chosen(state, draft) : pick(state, draft))
