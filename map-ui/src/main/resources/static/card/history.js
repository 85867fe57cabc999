// card/history.js – the life of a card, newest first, each step in words.

import { html } from 'lit-html'
import { fullMoment } from '../lib/time.js'
import { differences } from './difference.js'
import { attributeName, unitName } from './facts.js'
import { stateOf, t } from './words.js'

/** Words for values of a card. @param {{units: object[], attributes: object[]}} known */
export const speaker = ({ units, attributes, card }) => {
  const names = new Map([...(card?.relations ?? []).map(one => [one.unit.code, unitName(one.unit)]), ...units.map(one => [one.code, unitName(one)])])
  return { word: t, unit: code => names.get(code) ?? code, state: stateOf, attribute: name => attributeName(attributes, name) }
}

export const differenceRow = one => html`<div class="difference"><span class="soft">${one.field}</span>
  ${one.words ? html`<span>${one.words}</span>` : html`<span><del>${one.from ?? t('diff.none')}</del> → <ins>${one.to ?? t('diff.none')}</ins></span>`}</div>`

const step = (one, say, zone) => html`
  <li class="step-${one.act}">
    <p><strong>${t(`act.${one.act}`)}</strong> <time class="figures soft">${fullMoment(one.at, zone)}</time>
      ${one.by ? html`<span>${one.by}</span>` : ''}
      ${one.proposedBy ? html`<span class="soft">· ${t('history.proposed', { name: one.proposedBy })}</span>` : ''}
      ${one.survey ? html`<span class="soft">· ${t('history.survey', { n: one.survey })}</span>` : ''}
      <span class="soft figures">${t('version', { n: one.version })}</span></p>
    ${one.reason ? html`<p class="reason">“${one.reason}”</p>` : ''}
    ${differences(one.changes ?? [], say).map(differenceRow)}</li>`

export const history = ({ card, units, attributes }, zone) => {
  const say = speaker({ units, attributes, card })
  return html`<section><h2>${t('history')}</h2>
    ${card.history.length ? html`<ol class="life">${[...card.history].reverse().map(one => step(one, say, zone))}</ol>` : html`<p class="soft">${t('history.none')}</p>`}</section>`
}
