// admin/app.js – users, units, duty grids; imports have a page of their own. Simple on purpose.

import { html, render } from 'lit-html'
import { getTown, listGrids, listUnits, listUsers } from '../server/town.js'
import { Problem } from '../lib/http.js'
import { local } from '../lib/i18n.js'
import { askToSignIn, may, whoAmI } from '../lib/session.js'
import { store } from '../lib/store.js'
import { redrawOnChange, tools } from '../parts/tools.js'
import { problemWords } from '../parts/words.js'
import { grids, units, users } from './people.js'
import { t } from './words.js'

const TABS = { users, units, grids }
const tabOf = () => (location.hash.slice(1) in TABS ? location.hash.slice(1) : 'users')

const page = store({ me: null, town: null, users: [], units: [], grids: [], tab: tabOf() }, state => view(state))

const itemsOf = found => found.items ?? found

const reload = () => {
  const take = name => found => page.change({ [name]: itemsOf(found), problem: null })
  const fail = problem => page.change({ listProblem: problem })
  listUsers().then(take('users'), fail)
  listUnits().then(take('units'), fail)
  listGrids().then(take('grids'), fail)
}

const view = state => {
  document.title = `${t('title')} · CityGrid`
  render(state.problem ? html`<div class="empty bad page-problem"><p>${problemWords(state.problem)}</p><a href="/">CityGrid</a></div>` : state.me ? html`
    <header class="admin-top many"><a class="brand" href="/desk/">CityGrid <strong>${local(state.town?.name)}</strong></a><h1>${t('title')}</h1>
      <nav>${Object.keys(TABS).map(name => html`<a href="#${name}" aria-current=${state.tab === name ? 'page' : 'false'}>${t(`tab.${name}`)}</a>`)}<a href="/admin/grids/">${t('tab.land')}</a><a href="/admin/imports/">${t('tab.import')}</a><a href="/admin/responsibilities/">${t('tab.responsibilities')}</a><a href="/admin/calendar/">${t('tab.calendar')}</a><a href="/admin/proposals/">${t('tab.proposals')}</a><a href="/card/">${t('tab.cards')}</a></nav>${tools(state.me)}</header>
    <main class="admin">${state.listProblem ? html`<p class="bad">${t('missing')} ${problemWords(state.listProblem)}</p>` : ''}${TABS[state.tab](state, { reload }, page)}</main>` : html`<div class="skeleton block-skeleton"></div>`,
  document.getElementById('page'))
}

const start = async () => {
  document.addEventListener('signed-out', askToSignIn)
  const me = await whoAmI()
  if (!may(me, 'ADMINISTRATOR')) throw new Problem({ status: 403 })
  page.change({ me })
  getTown().then(town => page.change({ town }), () => {})
  reload()
}

addEventListener('hashchange', () => page.change({ tab: tabOf() }))
redrawOnChange(page.draw)
start().catch(problem => { if (problem.status !== 401) page.change({ problem }) })
