// admin/proposals/app.js – what waits for a reviewer; j and k walk, A accepts, R rejects.

import { html, render } from 'lit-html'
import { cardMap } from '../../card/cardMap.js'
import { t } from '../../card/words.js'
import { Problem } from '../../lib/http.js'
import { local } from '../../lib/i18n.js'
import { onKeys } from '../../lib/keys.js'
import { askToSignIn, may, whoAmI } from '../../lib/session.js'
import { store } from '../../lib/store.js'
import { fullMoment, moment } from '../../lib/time.js'
import { learnReasons } from '../../parts/reasons.js'
import { toast } from '../../parts/toast.js'
import { redrawOnChange, tools } from '../../parts/tools.js'
import { problemWords } from '../../parts/words.js'
import { acceptProposal, getCard, listAttributes, listProposals, rejectProposal } from '../../server/components.js'
import { getReasons } from '../../server/imports.js'
import { getTown, listUnits } from '../../server/town.js'
import { decide } from './decide.js'

const STATES = ['open', 'accepted', 'rejected']
const query = new URLSearchParams(location.search)
const stateAsked = () => (STATES.includes(location.hash.slice(1)) ? location.hash.slice(1) : 'open')

const page = store({
  me: null, town: null, problem: null, state: stateAsked(), items: null, open: 0, chosen: null, card: null, attributes: [], units: [],
  fill: {}, opinion: '', fault: '', saving: false,
}, state => view(state))

let map = null
const zone = () => page.state.me?.zone ?? 'Asia/Shanghai'

const waitingRow = (one, { chosen }) => html`<li><button type="button" aria-current=${chosen?.id === one.id} @click=${() => choose(one)}>
  <strong>${t(`proposal.${one.act}`)}</strong><span>${local(one.className)}</span>
  <span class="soft figures">${t('proposals.of', { name: one.proposedBy.displayName, time: moment(one.proposedAt, zone()) })}</span></button></li>`

const list = state => html`<nav aria-label=${t('proposals')}>
  <div class="tabs">${STATES.map(name => html`<a href="#${name}" aria-current=${state.state === name ? 'page' : 'false'}>${t(`proposals.state.${name}`)}${name === 'open' ? html` <span class="figures">${state.open}</span>` : ''}</a>`)}</div>
  ${!state.items ? html`<div class="skeleton block-skeleton"></div>` : state.items.length ? html`<ul class="waiting">${state.items.map(one => waitingRow(one, state))}</ul>
    <p class="soft">${t('proposals.lead')}</p>` : ''}</nav>`

const right = state => (state.chosen ? decide(state, on, zone())
  : html`<section><h1>${t('proposals.none')}</h1><p class="soft">${t('proposals.none.words')}</p></section>`)

const view = state => {
  document.title = `${t('proposals')} · CityGrid`
  render(state.problem ? html`<div class="empty bad page-problem"><p>${problemWords(state.problem)}</p><a href="/">CityGrid</a></div>` : state.me ? html`
    <header class="card-top"><a class="home" href="/admin/">← ${t('admin.back')}</a><strong>${t('proposals')}</strong><span class="soft">${t('proposals.open', { n: state.open })}</span>${tools(state.me)}</header>
    <main class="review">${list(state)}${state.items ? right(state) : html`<section><div class="skeleton block-skeleton"></div></section>`}</main>` : html`<div class="skeleton block-skeleton"></div>`,
  document.getElementById('page'))
  drawMap(state)
}

const drawMap = ({ town, chosen, card }) => {
  const place = document.getElementById('map')
  if (!place || !town) return
  if (map?.node !== place) map = { node: place, ...cardMap(place, town) }
  const shown = `${chosen.id} ${card?.version}`
  if (map.shown === shown) return
  map.shown = shown
  map.compare(card, chosen.act === 'create' || chosen.act === 'move' ? chosen : null)
}

const choose = async one => {
  page.change({ chosen: one, card: null, fill: {}, opinion: '', fault: '' })
  const [card, attributes] = await Promise.all([
    one.code ? getCard(one.code).catch(() => null) : null, listAttributes(one.classCode).catch(() => ({ items: [] })),
  ])
  if (page.state.chosen?.id === one.id) page.change({ card, attributes: attributes.items })
}

const load = async () => {
  const { items, open } = await listProposals({ state: page.state.state, code: query.get('code') })
  page.change({ items, open })
  if (items.length) await choose(items[0])
  else page.change({ chosen: null })
}

const walk = step => {
  const { items, chosen } = page.state
  const at = items?.findIndex(one => one.id === chosen?.id) ?? -1
  const next = items?.[at + step]
  if (next) void choose(next)
}

// The decided one leaves the list, and the next one is shown.
const leave = () => {
  const { items, chosen } = page.state
  const at = items.findIndex(one => one.id === chosen.id)
  const rest = items.filter(one => one.id !== chosen.id)
  page.change({ items: rest, open: page.state.open - 1, saving: false, chosen: null })
  const next = rest[Math.min(at, rest.length - 1)]
  if (next) void choose(next)
}

const fault = problem => {
  const words = problem.status === 409 && problem.version ? t('conflict.words', { name: problem.by, n: problem.version, time: fullMoment(problem.at, zone()) })
    : problem.status === 409 ? problem.detail : problemWords(problem)
  page.change({ fault: words, saving: false })
  if (problem.status === 409 && page.state.chosen) void choose(page.state.chosen).then(() => page.change({ fault: words }))
}

const on = {
  fill: patch => page.change({ fill: { ...page.state.fill, ...patch }, fault: '' }),
  opinion: opinion => page.change({ opinion, fault: '' }),
  accept: async () => {
    const { chosen, card, fill, opinion, saving } = page.state
    if (saving) return
    page.change({ saving: true })
    try {
      const done = await acceptProposal(chosen.id, { opinion, card: fill, ...(card ? { version: card.version } : {}) })
      toast(t('proposal.accepted', { code: done.code ?? '' }), { tone: 'good' })
      leave()
    } catch (problem) { fault(problem) }
  },
  reject: async () => {
    const { chosen, opinion, saving } = page.state
    if (saving) return
    if (!opinion.trim()) { page.change({ fault: t('proposal.opinion.needed') }); document.getElementById('opinion')?.focus(); return }
    page.change({ saving: true })
    try { await rejectProposal(chosen.id, opinion); toast(t('proposal.rejected')); leave() }
    catch (problem) { fault(problem) }
  },
}

onKeys(key => {
  if (!page.state.items) return false
  const act = { j: () => walk(1), k: () => walk(-1), a: () => page.state.chosen?.state === 'open' && on.accept(), r: () => page.state.chosen?.state === 'open' && on.reject() }[key.toLowerCase()]
  act?.()
  return Boolean(act)
})

const start = async () => {
  document.addEventListener('signed-out', askToSignIn)
  const me = await whoAmI()
  if (!may(me, 'ADMINISTRATOR')) throw new Problem({ status: 403 })
  const [town, units] = await Promise.all([getTown(), listUnits()])
  page.change({ me, town, units: units.items ?? units })
  getReasons().then(learnReasons, () => {})
  await load()
}

addEventListener('hashchange', () => { page.change({ state: stateAsked(), items: null, chosen: null }); void load() })
redrawOnChange(page.draw)
start().catch(problem => { if (problem.status !== 401) page.change({ problem }) })
