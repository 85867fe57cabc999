// card/facts.js – what a card says of a component: basics, attributes, relations, label.

import { html } from 'lit-html'
import { gridNumber } from '../lib/gridNumber.js'
import { local } from '../lib/i18n.js'
import { day } from '../lib/time.js'
import { copy } from '../parts/toast.js'
import { labelAddress, sheetAddress } from '../server/components.js'
import { measureWords } from './difference.js'
import { stateOf, t } from './words.js'

const fact = (name, words) => (words ? html`<dt>${t(name)}</dt><dd>${words}</dd>` : '')
const copied = text => html`<button type="button" class="copy code" @click=${() => copy(text)}>${text}</button>`
export const unitName = unit => local(unit?.name) || unit?.code || ''

/** The code as people read it. */
export const spaced = code => `${code.slice(0, 6)} ${code.slice(6, 10)} ${code.slice(10)}`

export const basics = (card, grids, division, zone) => {
  const grid = grids.find(one => one.code === card.dutyGridCode)
  return html`
    <section class="basics"><h2>${t('basics')}</h2>
      <dl class="facts">
        ${fact('code', copied(card.code))}
        ${fact('class', html`${local(card.className)} <span class="code soft">${card.classCode}</span>`)}
        ${fact('spec', card.spec)}${fact('address', card.address)}
        ${fact('place', copied(`${card.lon.toFixed(6)}, ${card.lat.toFixed(6)}`))}
        ${fact('grid', card.dutyGridCode ? html`${grid ? html`${gridNumber(grid.number)} ${local(grid.name)} ` : ''}<span class="code soft">${card.dutyGridCode}</span>` : '')}
        ${fact('cell', card.cellCode ? copied(card.cellCode) : '')}
        ${fact('division', card.divisionCode ? html`${division?.code === card.divisionCode ? `${local(division.name)} ` : ''}<span class="code soft">${card.divisionCode}</span>` : '')}
        ${fact('since', card.since)}${fact('changed', html`${day(card.changedAt, zone)} <span class="soft">${t('version', { n: card.version })}</span>`)}
        ${fact('source', card.source)}${fact('note', card.note)}
      </dl>
      ${card.synthetic ? html`<p class="notice">${t('synthetic')}</p>` : ''}</section>`
}

export const attributeName = (attributes, name) => local(attributes.find(one => one.name === name)?.words) || name

export const measures = (card, attributes) => html`
  <section><h2>${t('attributes')}</h2>
    ${card.dimensions.length ? html`<dl class="measures">${card.dimensions.map(one => html`
      <div><dt>${attributeName(attributes, one.name)}</dt><dd class="figures">${measureWords(one)}</dd></div>`)}</dl>`
    : html`<p class="soft">${t('attributes.none')}</p>`}</section>`

const period = one => html`
  <li class=${one.to ? 'past' : ''}><span class="soft">${t(one.role)}</span> <strong>${unitName(one.unit)}</strong>
    <span class="figures soft">${one.from} – ${one.to ?? t('relations.until')}</span></li>`

export const relations = card => html`
  <section><h2>${t('relations')}</h2>
    ${card.relations.length ? html`<ul class="relations">${card.relations.map(period)}</ul>` : html`<p class="soft">${t('relations.none')}</p>`}</section>`

export const labelBox = card => html`
  <section class="label-box"><h2>${t('label')}</h2>
    <img src=${labelAddress(card.code, 'svg')} width="350" height="185" alt=${t('label.alt', { code: card.code })}>
    <p class="soft">${t('label.words')}</p>
    <p class="row"><a class="button" href=${labelAddress(card.code, 'pdf')} target="_blank">${t('label.pdf')}</a>
      <a class="button" href=${labelAddress(card.code, 'svg')} download="${card.code}.svg">${t('label.svg')}</a>
      ${card.dutyGridCode ? html`<a href=${sheetAddress({ grid: card.dutyGridCode, class: card.classCode })} target="_blank">${t('label.sheet')}</a>` : ''}</p></section>`

export const stateMark = state => html`<span class="card-state ${state}">${stateOf(state)}</span>`
