// report/status.js – one report's story, by its receipt; looks again every 15 seconds until it has ended.

import { html, nothing, render } from 'lit-html'
import { local } from '../lib/i18n.js'
import { fullMoment, clock, moment } from '../lib/time.js'
import { icon } from '../phone/icons.js'
import { languageButton, photos, skeleton } from '../phone/parts.js'
import { phoneMap } from '../phone/phoneMap.js'
import { read } from '../phone/reading.js'
import { askTold, sendRating } from './askStory.js'
import { askEnded } from './asking.js'
import { t } from './model.js'
import { cleaned } from './receipts.js'
import { beforeAfter, ended, stageOf } from './story.js'

const EVERY = 15_000
const receipt = decodeURIComponent(location.pathname.split('/').filter(Boolean).at(-1) ?? '')
const address = `/api/reports/${encodeURIComponent(receipt)}`
const sourceOf = (id, small) => `${address}/photos/${encodeURIComponent(id)}${small ? '?size=thumb' : ''}`
const state = { town: null, found: null, problem: null, rating: { stars: 0, words: '', sending: false, problem: null } }
let map = null
let next = 0

const zone = () => state.town?.zone ?? 'Asia/Shanghai'

const bar = status => {
  const stage = stageOf(status)
  if (!stage) return nothing
  return html`<ol class="stages">${[1, 2, 3, 4].map(n => html`<li class=${n <= stage ? 'on' : ''} aria-current=${n === stage ? 'step' : nothing}>${t(`stage.${n}`)}</li>`)}</ol>`
}

const until = ({ status, deadline }) => {
  if (!deadline || ended(status)) return nothing
  const key = new Date(deadline) < Date.now() ? 'late' : 'deadline'
  return html`<p class="strong">${t(key, { time: fullMoment(deadline, zone()) })}</p>`
}

const album = report => {
  const { before, after } = beforeAfter(report)
  if (!before.length && !after.length) return nothing
  return html`<section class="album">
    ${before.length ? html`<figure><figcaption>${t('before')}</figcaption>${photos(before, t('photo.of'), sourceOf)}</figure>` : nothing}
    ${after.length ? html`<figure><figcaption>${t('after')}</figcaption>${photos(after, t('photo.of'), sourceOf)}</figure>` : nothing}</section>`
}

const story = steps => html`<section><h2>${t('story')}</h2><ol class="story">${[...(steps ?? [])].reverse().map(step => html`
  <li><time datetime=${step.at}>${moment(step.at, zone())}</time><p>${local(step.words)}</p>${step.note ? html`<p class="soft">${step.note}</p>` : nothing}</li>`)}</ol></section>`

const told = ({ value: report, since, stale }) => html`
  <section class="card state"><p class="soft"><span class="code">${report.receipt}</span></p>
    <h1>${local(report.statusWords)}</h1>${bar(report.status)}${until(report)}</section>
  ${stale ? html`<p class="notice" role="status">${t('stale', { time: moment(since, zone()) })}</p>` : nothing}
  <section class="card"><p class="strong">${local(report.className)}</p><p class="lines">${report.description}</p>
    <p class="soft">${t('reported', { time: moment(report.reportedAt, zone()) })}</p></section>
  ${album(report)}
  ${story(report.steps)}
  ${map?.node ?? nothing}
  ${stale || ended(report.status) ? nothing : html`<p class="soft small">${t('updated', { time: clock(since, zone()) })}</p>`}`

const find = html`<form @submit=${event => { event.preventDefault(); location.assign(`/report/${cleaned(event.target.elements.receipt.value)}`) }}>
  <label class="field"><span>${t('find.label')}</span><input name="receipt" value=${receipt} autocapitalize="characters" autocomplete="off" required></label>
  <button class="button primary wide">${t('find.go')}</button></form>`

const unknown = problem => (problem.status === 404 || problem.status === 400
  ? html`<section class="card state"><h1>${t('missing')}</h1><p>${t('missing.words')}</p>${find}</section>`
  : html`<section class="card state" role="alert"><h1>${t('trouble')}</h1><p>${t('trouble.words')}</p></section>`)

/** Requests that are not reports come with the words of their kind. */
const isAsk = report => Boolean(report.kindWords)
const over = report => (isAsk(report) ? askEnded(report) : ended(report.status))

const rating = {
  fill: patch => { Object.assign(state.rating, patch, { problem: null }); draw() },
  send: async () => {
    rating.fill({ sending: true })
    try {
      state.found = { ...state.found, value: await sendRating(receipt, state.rating) }
      Object.assign(state.rating, { sending: false })
    } catch (problem) {
      Object.assign(state.rating, { sending: false, problem })
      if (problem.status === 409) void look()
    }
    draw()
  },
}

const storyOf = found => (isAsk(found.value)
  ? html`${askTold(found, { zone: zone(), sourceOf, rating: state.rating, on: rating })}
    ${found.stale || over(found.value) ? nothing : html`<p class="soft small">${t('updated', { time: clock(found.since, zone()) })}</p>`}`
  : told(found))

const draw = () => {
  document.title = `CityGrid ${t('status.title')}`
  render(html`
    <header class="top"><span class="brand">${t('status.title')}</span>${languageButton()}</header>
    <main class="status">${state.found ? storyOf(state.found) : state.problem ? unknown(state.problem) : skeleton(4)}
      <a class="quiet" href="/report/">${icon('plus')}${t('more')}</a></main>`, document.getElementById('app'))
}

const showPlace = ({ place, className }) => {
  if (map || !state.town || !place || !className) return
  map = phoneMap(state.town, { label: t('place'), still: true })
  map.showMarks([{ ...place, face: '!', look: 'thing', title: local(className) }])
  map.goTo(place, 17)
}

const look = async () => {
  try {
    state.found = await read(address)
    state.problem = null
    showPlace(state.found.value)
  } catch (problem) {
    if (!state.found) state.problem = problem
  }
  draw()
  const done = state.found && !state.found.stale && over(state.found.value)
  const nothingThere = state.problem && (state.problem.status === 404 || state.problem.status === 400)
  clearTimeout(next)
  if (!done && !nothingThere) next = setTimeout(look, EVERY)
}

document.addEventListener('language', draw)
draw()
state.town = (await read('/api/town').catch(() => null))?.value ?? null
await look()
