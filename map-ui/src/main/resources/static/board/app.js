// board/app.js – the town at a glance: today, the climb, the stages, the grids. Every number opens its cases.

import { html, render } from 'lit-html'
import { caseCounts, casePoints } from '../server/cases.js'
import { getTown, gridOutlines, listGrids, throughput, throughputBy, today } from '../server/town.js'
import { language, local } from '../lib/i18n.js'
import { gridNumber } from '../lib/gridNumber.js'
import { withGrid } from '../lib/inside.js'
import { league } from '../lib/league.js'
import { LIGHTS } from '../lib/lights.js'
import { listenLive } from '../lib/live.js'
import { climb, everyDay, onTimeRate } from '../lib/series.js'
import { askToSignIn, whoAmI } from '../lib/session.js'
import { daysOf } from '../lib/split.js'
import { store } from '../lib/store.js'
import { theme } from '../lib/theme.js'
import { clock, day, fullMoment, shiftDay } from '../lib/time.js'
import { chartBox } from '../parts/chartBox.js'
import { figure, percent } from '../parts/figures.js'
import { lightMark } from '../parts/light.js'
import { redrawOnChange, tools } from '../parts/tools.js'
import { problemWords, stateWord, w } from '../parts/words.js'
import { chartCaption, legend } from '../panel/overview.js'
import { mayEvaluate, split } from './split.js'
import { t } from './words.js'

const FIGURES = ['reported', 'filed', 'handled', 'closed', 'open', 'late', 'onTime']
const STATES = ['REPORTED', 'VERIFYING', 'TO_FILE', 'TO_DISPATCH', 'VOID_REVIEW', 'HANDLING', 'RETURN_REVIEW', 'SUSPENDED', 'TO_CHECK', 'CHECKING', 'TO_CLOSE', 'SELF_REVIEW']

const figures = ({ today: found }) => html`
  <section class="board-today"><h2>${t('today')}</h2>
    ${found ? html`<div class="board-figures">${FIGURES.map(name => figure(found, name))}</div>` : html`<div class="skeleton block-skeleton"></div>`}</section>`

const partName = ({ split: found, part }) => local(found?.items.find(({ key }) => key === part)?.name)

const chart = (state, page) => {
  const days = state.partDays ?? state.days
  return html`
  <section class="board-chart"><h2>${w('chart.title')}${climb(days) ? html` <strong>${w('chart.climb', climb(days))}</strong>` : ''}
      ${state.partDays ? html`<button type="button" class="chip" @click=${() => page.change({ part: null, partDays: null })}>${t('split.only', { name: partName(state) })} <span aria-hidden="true">✕</span></button>` : ''}</h2>
    <p class="soft figures caption">${state.read ? chartCaption(days, state.read) : ''}</p>
    ${days.some(({ reported, handled }) => reported || handled) ? html`
      <div class="chart" role="img" aria-label="${w('chart.title')}. ${chartCaption(days)}"
        ${chartBox(days, language() + theme(), { size: Math.max(13, Math.round(innerWidth / 130)), onRead: read => page.change({ read }) })}></div>${legend()}`
    : html`<p class="soft">${w('chart.none')}</p>`}</section>`
}

const bar = (n, most) => html`<meter min="0" max=${Math.max(1, most)} .value=${n}></meter>`

const stages = ({ counts }) => {
  const most = Math.max(1, ...STATES.map(code => counts?.states?.[code] ?? 0))
  return html`
    <section><h2>${t('states')}</h2><table class="board-table"><tbody>${STATES.map(code => html`
      <tr><th scope="row"><a href="/desk/?queue=open&state=${code}">${stateWord(code)}</a></th><td>${bar(counts?.states?.[code] ?? 0, most)}</td>
        <td class="figures number">${counts?.states?.[code] ?? 0}</td></tr>`)}</tbody></table></section>`
}

const lights = ({ counts }) => html`
  <section><h2>${t('lights')}</h2><div class="board-lights">${LIGHTS.map(light => html`
    <a class="figure" href="/desk/?queue=open&light=${light}"><span class="figure-name">${lightMark(light)} ${w(`light.${light}`)}</span>
      <span class="figure-value figures light-${light}">${(light === 'suspended' ? counts?.states?.SUSPENDED ?? 0 : counts?.lights?.[light]) ?? '–'}</span></a>`)}</div></section>`

const leagueTable = ({ points, grids, outlines, me }) => {
  const rows = league(withGrid(points, outlines), grids)
  return html`<section><h2>${t('league')} ${mayEvaluate(me) ? html`<a class="soft" href="/board/evaluation/?of=grid">${t('evaluated')}</a>` : ''}</h2>${rows.length ? html`
    <table class="board-table league-table"><thead><tr><th>${t('grid')}</th><th>${t('collector')}</th><th class="number">${t('open')}</th><th class="number">${t('late')}</th></tr></thead>
    <tbody>${rows.slice(0, 12).map(({ grid, open, late }) => html`<tr>
      <th scope="row" title=${local(grid.name)}><a href="/desk/?queue=open&grid=${grid.code}">${gridNumber(grid.number)}</a> <span class="soft">${local(grid.name)}</span></th><td class="soft">${grid.collector?.displayName ?? ''}</td>
      <td class="number figures"><a href="/desk/?queue=open&grid=${grid.code}">${open}</a></td>
      <td class="number figures"><a class=${late ? 'light-red' : ''} href="/desk/?queue=open&light=red&grid=${grid.code}">${late}</a></td></tr>`)}</tbody></table>`
    : html`<p class="soft">${t('league.none')}</p>`}</section>`
}

const view = (state, page) => {
  document.title = `${t('title')} · ${local(state.town?.name)} · CityGrid`
  render(state.problem ? html`<div class="empty bad page-problem"><p>${problemWords(state.problem)}</p><a href="/">CityGrid</a></div>` : html`
    <header class="board-top"><a class="brand" href="/desk/">CityGrid <strong>${local(state.town?.name)}</strong></a> <h1>${t('title')}</h1>
      <span class="soft figures">${state.loadedAt ? t('updated', { time: fullMoment(state.loadedAt, state.me.zone) }) : ''}</span>
      <a class="to-oversight" href="/oversight/">${w('nav.oversight')}</a>${state.me ? tools(state.me) : ''}</header>
    ${state.staleSince ? html`<p class="stale" role="status">${t('stale', { time: clock(state.staleSince, state.me.zone) })}</p>` : ''}
    <main class="board"><div>${figures(state)}${lights(state)}</div><div>${chart(state, page)}${state.me ? split(state, on) : ''}</div><div>${stages(state)}${leagueTable(state)}</div></main>`,
  document.getElementById('page'))
}

const page = store({ by: 'class', split: null, part: null, partDays: null, me: null, town: null, today: null, days: [], counts: null, points: [], grids: [], outlines: { features: [] }, staleSince: null, loadedAt: null }, state => view(state, page))

const quietly = (promise, take) => promise.then(take, reason => console.warn('not loaded:', reason.message))

const loadSplit = me => {
  const { by } = page.state
  const end = day(Date.now(), me.zone)
  quietly(throughputBy(by, shiftDay(end, -89), end), found => {
    if (page.state.by === by) page.change({ split: found, partDays: daysOf(found, page.state.part) })
  })
}

const on = {
  by: by => { page.change({ by, split: null, part: null, partDays: null }); loadSplit(page.state.me) },
  part: key => {
    const part = page.state.part === key ? null : key
    page.change({ part, partDays: daysOf(page.state.split, part), read: null })
  },
}

const load = me => {
  const end = day(Date.now(), me.zone)
  const from = shiftDay(end, -89)
  quietly(today(), found => page.change({ today: found, loadedAt: Date.now() }))
  quietly(throughput(from, end), found => page.change({ days: everyDay(found, from, end) }))
  loadSplit(me)
  quietly(caseCounts(), counts => page.change({ counts }))
  quietly(casePoints(), ({ items }) => page.change({ points: items }))
}

const start = async () => {
  document.addEventListener('signed-out', askToSignIn)
  const me = await whoAmI()
  page.change({ me })
  quietly(getTown(), town => page.change({ town }))
  quietly(listGrids(), ({ items }) => page.change({ grids: items }))
  quietly(gridOutlines(), outlines => page.change({ outlines }))
  load(me)
  setInterval(() => load(me), 60_000)
  let soon = null
  document.addEventListener('live-case', () => { soon ??= setTimeout(() => { soon = null; load(me) }, 5_000) })
  document.addEventListener('live-state', ({ detail }) => page.change({ staleSince: detail.since }))
  listenLive()
}

redrawOnChange(page.draw)
start().catch(problem => { if (problem.status !== 401) page.change({ problem }) })
