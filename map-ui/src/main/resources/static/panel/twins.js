// panel/twins.js – the same reported more than once: a suspected duplicate side by side, and who reported a case.

import { html } from 'lit-html'
import { local } from '../lib/i18n.js'
import { apartOf, differenceOf, reportersOf, suspected } from '../lib/process.js'
import { duration, moment } from '../lib/time.js'
import { pairMap } from '../map/pairMap.js'
import { photoAddress } from '../server/cases.js'
import { deadline } from '../parts/light.js'
import { stateWord, w } from '../parts/words.js'
import { t } from './words.js'

const picture = (item, on) => (item.photoIds?.length
  ? html`<button type="button" class="photo" @click=${() => on.lightbox({ ids: item.photoIds, at: 0 })}><img src=${photoAddress(item.photoIds[0], true)} alt=${t('photos')}></button>`
  : html`<span class="no-photo soft">${t('compare.nophoto')}</span>`)

const side = (title, item, zone, on, open) => html`
  <div class="side"><p class="soft">${title}</p>
    ${picture(item, on)}
    ${open ? html`<button type="button" class="copy code" @click=${() => on.open(item.number)}>${item.number}</button>` : html`<span class="code">${item.number}</span>`}
    <span class="figures">${t('compare.reported', { time: moment(item.reportedAt, zone) })}</span>
    <span>${stateWord(item.state)} ${open ? deadline(item) : ''}</span>
    <p class="soft side-words">${item.description}</p>
  </div>`

const verdict = (item, twin, on) => {
  const offers = name => item.actions?.find(({ action }) => action === name)
  const apart = apartOf(item)
  return html`<div class="offers">
    ${offers('LINK') ? html`<button type="button" class="primary" data-link @click=${() => on.link(twin.number)}>${t('compare.link', { number: twin.number })} <kbd>L</kbd></button>` : ''}
    ${apart ? html`<button type="button" data-distinct @click=${() => on.distinct(twin.number)}>${t(apart.action === 'ACCEPT' ? 'compare.accept' : 'compare.verify')} <kbd>X</kbd></button>`
      : html`<button type="button" @click=${() => on.hideTwin(item.number)}>${t('compare.hide')}</button>`}
    ${offers('LINK') ? html`<button type="button" class="quiet" @click=${() => on.offer(offers('LINK'))}>${t('compare.other')}</button>` : ''}
  </div>`
}

export const compare = (item, { twin, me, notTwins, pending }, on) => {
  if (!suspected(item) || notTwins?.has(item.number)) return ''
  const found = twin?.of === item.number ? twin : null
  return html`<section class="block notice compare"><h3>${t('compare')}</h3>
    ${found?.problem ? html`<p class="bad">${t('compare.failed')} <button type="button" class="copy code" @click=${() => on.open(item.suspectedDuplicateOf)}>${item.suspectedDuplicateOf}</button></p>`
      : found?.value ? sides(item, found.value, me.zone, on, pending.has(item.number)) : html`<div class="skeleton block-skeleton"></div>`}</section>`
}

const sides = (item, twin, zone, on, pending) => {
  const { metres, minutes, component } = differenceOf(item, twin)
  return html`
    <div class="sides">${side(t('compare.this'), item, zone, on, false)}
      <div class="between-sides">
        <strong class="figures">${t('compare.metres', { n: metres })}</strong>
        <span class="figures">${t('compare.apart', { span: duration(minutes) })}</span>
        ${component === 'no' && item.kind === 'event' ? '' : html`<span class=${component === 'same' ? 'strong' : 'soft'}>${t(`compare.${component}.component`)}</span>`}</div>
      ${side(t('compare.that'), twin, zone, on, true)}</div>
    <div class="pair-map" role="img" aria-label="${t('compare.map')}: ${t('compare.metres', { n: metres })}" ${pairMap(item, twin)}></div>
    ${pending ? '' : verdict(item, twin, on)}`
}

/** How many reported it, by which channels, and the cases that were linked to it. */
export const reporters = (item, link) => {
  if (!(item.reports > 1)) return ''
  const { channels, followers } = reportersOf(item)
  const words = [...channels.map(([name, n]) => t('reporters.channel', { channel: w(`channel.${name}`), n })), followers ? t('reporters.followers', { n: followers }) : ''].filter(Boolean)
  return html`<section class="block reporters"><h3>${t('reporters', { n: item.reports })}</h3><p>${words.join(' · ')}</p>
    ${item.linked?.length ? html`<p class="row"><span class="soft">${t('twin.short')}</span>${item.linked.map(({ number }) => link(number))}</p>` : ''}</section>`
}
