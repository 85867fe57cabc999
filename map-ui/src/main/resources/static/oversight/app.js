// oversight/app.js – electronic oversight: lamps, what is late or nearly so, what is stuck, and chases; list and map together.

import { html, render } from 'lit-html'
import { getTown } from '../server/town.js'
import { Problem } from '../lib/http.js'
import { local } from '../lib/i18n.js'
import { onKeys } from '../lib/keys.js'
import { listenLive } from '../lib/live.js'
import { askToSignIn, may, whoAmI } from '../lib/session.js'
import { store } from '../lib/store.js'
import { clock } from '../lib/time.js'
import { lightbox } from '../panel/photos.js'
import { redrawOnChange, tools } from '../parts/tools.js'
import { problemWords, w } from '../parts/words.js'
import { beside } from './beside.js'
import { handlers } from './handlers.js'
import { lamps, sums } from './lamps.js'
import { lists, mayChase } from './lists.js'
import { loading } from './loading.js'
import { overviewMap } from './overviewMap.js'
import { t } from './words.js'

const ROLES = ['SHIFT_LEADER', 'INSPECTOR', 'EVALUATOR', 'DISPATCHER', 'ACCEPTOR', 'ADMINISTRATOR']
const TABS = ['watch', 'stuck', 'chases']
const AFTER_NEWS = 2_000
const EVERY = 60_000

const part = id => document.getElementById(id)

const bar = ({ me, town, loadedAt, staleSince }) => html`
  <div class="bar"><a class="brand" href="/desk/">CityGrid <strong>${local(town?.name)}</strong></a><h1>${t('title')}</h1>
    <span class="soft figures">${loadedAt ? t('updated', { time: clock(loadedAt, me.zone) }) : ''}</span>
    <nav class="bar-links"><a href="/desk/">${w('nav.desk')}</a><a href="/board/">${w('nav.board')}</a></nav>${tools(me)}</div>
  ${staleSince ? html`<p class="stale" role="status">${t('stale', { time: clock(staleSince, me.zone) })}</p>` : ''}`

const view = (state, on) => {
  document.title = `${t('title')} · ${local(state.town?.name)} · CityGrid`
  part('map').setAttribute('aria-label', t('map.label'))
  render(bar(state), part('top'))
  render(sums(state), part('sums'))
  render(lamps(state, on), part('lamps'))
  render(lists(state, on), part('lists'))
  render(beside(state, on), part('beside'))
  render(state.lightbox ? lightbox(state.lightbox, on) : '', part('over'))
}

/** True while the pointer is over a part or the caret in it; a finger leaves nothing hovering. */
const busy = id => (matchMedia('(hover: hover)').matches && part(id).matches(':hover')) || Boolean(part(id).querySelector(':focus-visible'))

const keys = ({ state }, on) => onKeys(key => {
  if (key === 'Escape') return state.lightbox ? on.lightbox(null) : state.form ? on.dropForm() : on.shut(), true
  if (key.toLowerCase() === 'u' && mayChase(state.me) && !state.form) return on.chaseChosen(), true
  const at = ['1', '2', '3'].indexOf(key)
  return at >= 0 ? (on.tab(TABS[at]), true) : false
})

const later = (milliseconds, act) => {
  let timer = null
  return () => { timer ??= setTimeout(() => { timer = null; act() }, milliseconds) }
}

const listen = ({ state, change }, load) => {
  const soon = later(AFTER_NEWS, load.all)
  document.addEventListener('live-case', ({ detail: event }) => {
    soon()
    if (event.number === state.chosen) load.detail(event.number)
  })
  document.addEventListener('live-resync', load.all)
  document.addEventListener('live-state', ({ detail: { up, since } }) => {
    if (up && state.staleSince) load.all()
    change({ staleSince: since })
  })
  setInterval(load.all, EVERY)
  const leave = () => setTimeout(() => { if (!busy('lists') && !busy('lamps')) load.adopt() }, 50)
  for (const id of ['lists', 'lamps']) for (const how of ['pointerleave', 'focusout']) part(id).addEventListener(how, leave)
  listenLive()
}

const firstState = me => ({
  me, town: null, overview: null, overviewProblem: null, lampRows: [], by: 'units', watch: null, stuck: null, chases: null, answers: null, next: undefined,
  watchProblem: null, stuckProblem: null, chasesProblem: null, points: [], tab: TABS.includes(location.hash.slice(1)) ? location.hash.slice(1) : 'watch',
  part: null, reason: 'any', marked: new Map(), chosen: null, hovered: null, detail: null, detailProblem: null, form: null, replies: {},
  waiting: 0, staleSince: null, loadedAt: null, lightbox: null,
})

const start = async () => {
  document.addEventListener('signed-out', askToSignIn)
  const me = await whoAmI()
  if (!may(me, ...ROLES)) throw new Problem({ status: 403 })
  document.querySelector('.oversight').hidden = false
  let map = null
  const page = store(firstState(me), state => { view(state, on); map?.show(state) })
  const load = loading(page, busy)
  const on = handlers(page, load, () => map)
  page.draw()
  load.all()
  page.change({ town: await getTown() })
  map = overviewMap(part('map'), page.state.town)
  part('map').addEventListener('case-hover', ({ detail }) => on.hover(detail))
  part('map').addEventListener('case-pick', ({ detail }) => on.choose({ number: detail }))
  new ResizeObserver(map.refit).observe(part('map'))
  document.addEventListener('theme', map.repaint)
  redrawOnChange(page.draw)
  keys(page, on)
  listen(page, load)
  setInterval(page.draw, 30_000)
}

start().catch(problem => {
  if (problem.status !== 401) render(html`<div class="empty bad page-problem"><p>${problemWords(problem)}</p><a href="/">CityGrid</a></div>`, document.body)
})
