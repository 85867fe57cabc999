// unit/caseView.js – one case: deadline, what, where, photos, what happened; and what can be done now.

import { html, nothing } from 'lit-html'
import { gridNumber } from '../lib/gridNumber.js'
import { local } from '../lib/i18n.js'
import { moment } from '../lib/time.js'
import { icon } from '../phone/icons.js'
import { photos, since, skeleton, thumbOf, trouble } from '../phone/parts.js'
import { metresBetween, metresInWords } from '../phone/position.js'
import { clockWords } from './listView.js'
import { bars, steps } from '../panel/history.js'
import { contactBox } from '../panel/contacts.js'
import { reporters } from '../panel/twins.js'
import { actForm } from './actForm.js'
import { chases } from './chases.js'
import { enquiryView } from './enquiryView.js'
import { isEnquiry, loadCase, people, t, zone } from './model.js'

const fact = (name, value) => (value ? html`<div><dt>${t(name)}</dt><dd>${value}</dd></div>` : nothing)

const facts = found => html`<dl>
  ${fact('limit', local(found.conditionWords))}
  ${fact('address', [local(found.address), found.dutyGridNumber && t('grid', { number: gridNumber(found.dutyGridNumber) })].filter(Boolean).join(' · '))}
  ${found.worker ? fact('worker', found.worker.doneAt ? t('worker.done', { name: found.worker.displayName }) : found.worker.displayName) : nothing}
  ${found.componentCode ? fact('component', html`<span class="code">${found.componentCode}</span>`) : nothing}</dl>`

const way = (state, found) => html`<p class="way">
  ${state.fix ? html`<span>${t('distance', { distance: metresInWords(metresBetween(state.fix, found)) })}</span>` : nothing}
  <a class="quiet" href="geo:${found.lat},${found.lon}?q=${found.lat},${found.lon}">${icon('map')}${t('navigate')}</a></p>`

/** Linked reports are cases of the desk; here only their numbers are told. */
const linked = number => (number ? html`<span class="code">${number}</span>` : nothing)

export const caseView = (state, map) => {
  const { found } = state
  if (!found) return skeleton(6)
  if (found.problem) return html`<a class="quiet back" href="#">${icon('back')}${t('back')}</a>${trouble(found.problem, loadCase)}`
  const one = found.value
  if (isEnquiry(one.number)) return enquiryView(state, found)
  return html`
    <a class="quiet back" href="#">${icon('back')}${t('back')}</a>
    ${found.stale ? since(found.since, zone()) : nothing}
    <header class="case-head"><p class="code soft">${one.number}</p><h1>${local(one.className)}</h1>
      <p class="facts">${clockWords(one)}<span class="soft">${one.dueAt ? t('due', { time: moment(one.dueAt, zone()) }) : t('no.due')}</span></p></header>
    ${chases(state, one)}
    <p class="lines">${one.description}</p>${facts(one)}
    ${photos(one.photoIds, t('photos.report'), thumbOf)}
    ${reporters(one, linked)}
    ${contactBox(state.contacts, { of: one.number, zone: zone() }, { reveal: people.reveal })}
    ${actForm(state, one)}
    ${map?.node ?? nothing}${way(state, one)}
    <section class="whole"><h2>${t('history')}</h2>${bars(one, zone())}
      ${steps(one, { zone: zone(), photos: ids => photos(ids, t('photos.of'), thumbOf), link: linked })}
      <a class="quiet" href="/case/${one.number}" target="_blank" rel="noopener">${t('whole')}</a></section>`
}
