// desk/component.js – the identity card of one component.

import * as L from 'leaflet'
import { html, render } from 'lit-html'
import { listCases } from '../server/cases.js'
import { getCard, getTown } from '../server/town.js'
import { local } from '../lib/i18n.js'
import { askToSignIn, whoAmI } from '../lib/session.js'
import { store } from '../lib/store.js'
import { day, fullMoment } from '../lib/time.js'
import { token } from '../lib/theme.js'
import { cellLayer, componentLayer, streetLayer } from '../map/baseLayers.js'
import { townMap } from '../map/townMap.js'
import { copied } from '../panel/casePanel.js'
import { deadline } from '../parts/light.js'
import { redrawOnChange, tools } from '../parts/tools.js'
import { caseTitle, problemWords, stateWord } from '../parts/words.js'
import { t } from './words.js'

const fact = (name, words) => (words ? html`<dt>${t(`card.${name}`)}</dt><dd>${words}</dd>` : '')
const unit = found => (found ? html`${local(found.name) || found.code} <span class="soft code">${found.code}</span>` : '')
/** A word of ours for a name in the register, or that name where we have none. */
const wordFor = (kind, name) => {
  const known = t(`${kind}.${String(name).toLowerCase()}`)
  return known.startsWith(`${kind}.`) ? name : known
}
const stateOf = state => wordFor('cardstate', state)
const words = value => (value === undefined || value === null ? '–' : typeof value === 'object' ? JSON.stringify(value) : String(value))
const pointOf = card => (card.location?.type === 'Point' ? card.location.coordinates : card.location?.coordinates?.flat(3).slice(0, 2))

const facts = (card, zone) => html`
  <dl class="facts">
    ${fact('code', copied(card.code))}
    ${fact('class', html`<span class="code">${card.classCode}</span> ${local(card.className)}`)}
    ${fact('state', card.state ? stateOf(card.state) : '')}
    ${fact('competent', unit(card.competentUnit))}${fact('owner', unit(card.ownerUnit))}${fact('maintenance', unit(card.maintenanceUnit))}
    ${fact('division', card.divisionCode ? copied(card.divisionCode) : '')}${fact('grid', card.dutyGridCode ? copied(card.dutyGridCode) : '')}${fact('cell', card.cellCode ? copied(card.cellCode) : '')}
    ${fact('address', card.address)}
    ${fact('place', pointOf(card) ? copied(pointOf(card).map(n => n.toFixed(6)).join(', ')) : '')}
    ${fact('spec', card.spec)}
    ${fact('dimensions', card.dimensions?.length ? card.dimensions.map(({ name, value, unit: of }) => html`<span class="figures">${wordFor('dimension', name)} ${value} ${of ?? ''}</span><br>`) : '')}
    ${fact('since', card.since)}${fact('changed', card.changedAt ? day(card.changedAt, zone) : '')}${fact('source', card.source)}
  </dl>
  ${card.synthetic || /synthetic/i.test(card.source ?? '') ? html`<p class="notice">${t('card.synthetic')}</p>` : ''}`

const changes = (card, zone) => html`
  <section><h2>${t('card.history')}</h2>${card.history?.length ? html`<ol class="changes">${card.history.map(entry => html`
    <li><time class="figures soft">${entry.at ? fullMoment(entry.at, zone) : ''}</time> ${t(`card.act.${entry.act}`)} ${entry.by ? html`<span class="soft">${entry.by}</span>` : ''}
      ${(entry.changes ?? []).map(({ field, from, to }) => html`<div><span class="soft">${field}</span> ${words(from)} → ${words(to)}</div>`)}</li>`)}</ol>` : html`<p class="soft">${t('card.history.none')}</p>`}</section>`

const cases = found => html`
  <section><h2>${t('card.cases')}</h2>${found.length ? html`<ul>${found.map(item => html`
    <li class="row"><a class="code" href="/desk/?queue=all&case=${item.number}">${item.number}</a> ${caseTitle(item)} <span class="state">${stateWord(item.state)}</span> ${deadline(item)}</li>`)}</ul>`
    : html`<p class="soft">${t('card.cases.none')}</p>`}</section>`

const body = ({ card, me, found }) => (card ? html`
  <section><h1>${local(card.className)} <span class="code soft">${card.code}</span></h1>${facts(card, me.zone)}</section>
  <section><h2>${t('card.map')}</h2><div id="map" role="application" aria-label=${t('card.map')}></div></section>
  ${cases(found)}${changes(card, me.zone)}` : html`<section><div class="skeleton title"></div><div class="skeleton block-skeleton"></div></section>`)

const view = state => {
  document.title = `${t('card.title')} · CityGrid`
  render(html`
    <header class="card-top"><a href="/desk/">← ${t('card.back')}</a><strong>${t('card.title')}</strong>${state.me ? tools(state.me) : ''}</header>
    <main class="card">${state.problem ? html`<div class="empty bad"><p>${problemWords(state.problem)}</p></div>` : body(state)}</main>`, document.getElementById('page'))
}

const drawMap = (card, town) => {
  const point = pointOf(card)
  if (!point) return
  const map = townMap(document.getElementById('map'), town).setView([point[1], point[0]], 18)
  for (const layer of [streetLayer(), cellLayer(), componentLayer()]) layer.addTo(map)
  L.circleMarker([point[1], point[0]], { radius: 12, color: token('--accent'), weight: 3, fill: false }).addTo(map)
}

const page = store({ card: null, me: null, found: [], problem: null }, view)

const start = async () => {
  document.addEventListener('signed-out', askToSignIn)
  const me = await whoAmI()
  const code = new URLSearchParams(location.search).get('code') ?? ''
  page.change({ me })
  const [card, town] = await Promise.all([getCard(code), getTown()])
  Object.assign(page.state, { card })
  view(page.state)
  drawMap(card, town)
  const { items } = await listCases({ queue: 'all', text: code, sort: '-reportedAt' })
  page.change({ found: items })
}

redrawOnChange(page.draw)
start().catch(problem => { if (problem.status !== 401 && !page.state.card) page.change({ problem }) })
