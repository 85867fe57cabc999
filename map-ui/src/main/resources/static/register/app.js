// register/app.js – the register for those who keep it and those who judge it: census, components, suspected duplicates.

import { html, render } from 'lit-html'
import { get } from '../lib/http.js'
import { local } from '../lib/i18n.js'
import { askToSignIn, whoAmI } from '../lib/session.js'
import { store } from '../lib/store.js'
import { redrawOnChange, tools } from '../parts/tools.js'
import { problemWords } from '../parts/words.js'
import { census, components, duplicates, takeCensus } from '../server/register.js'
import { getTown, listClasses, listGrids, listUnits } from '../server/town.js'
import { censusView } from './censusView.js'
import { filterBar } from './filterBar.js'
import { listView } from './listView.js'
import { twiceView } from './twiceView.js'
import { BYS, t } from './words.js'

const TABS = { census: censusView, list: listView, twice: twiceView }
const PARTS = ['classCode', 'grid', 'division', 'owner', 'state', 'lacks']

const fromAddress = () => {
  const query = new URLSearchParams(location.search)
  return {
    tab: TABS[query.get('tab')] ? query.get('tab') : 'census',
    by: BYS.includes(query.get('by')) ? query.get('by') : 'class',
    part: Object.fromEntries(PARTS.map(name => [name, query.get(name) ?? ''])),
  }
}

const toAddress = ({ tab, by, part }) => {
  const query = new URLSearchParams({ tab, by })
  for (const [name, value] of Object.entries(part)) if (value) query.set(name, value)
  return `${location.pathname}?${query}`
}

const view = state => {
  document.title = `${t('title')} · ${local(state.town?.name)} · CityGrid`
  render(!state.me && state.problem ? html`<div class="empty bad page-problem"><p>${problemWords(state.problem)}</p><a href="/">CityGrid</a></div>` : html`
    <header class="register-top"><a class="brand" href="/desk/">CityGrid <strong>${local(state.town?.name)}</strong></a> <h1>${t('title')}</h1>
      ${state.me ? tools(state.me) : ''}</header>
    <nav class="tabs" aria-label=${t('title')}>${Object.keys(TABS).map(tab => html`
      <a href=${toAddress({ ...state, tab })} aria-current=${state.tab === tab ? 'page' : 'false'}
        @click=${event => { event.preventDefault(); on.go({ tab }) }}>${t(`tab.${tab}`)}</a>`)}</nav>
    <main class="register">${state.me ? html`${filterBar(state, on)}
      ${state.problem ? html`<p class="bad" role="alert">${problemWords(state.problem)}</p>` : ''}
      <section>${TABS[state.tab](state, on)}</section>` : ''}</main>`,
  document.getElementById('page'))
}

const page = store({
  ...fromAddress(), me: null, town: null, classes: [], grids: [], divisions: [], units: [], board: null, list: null, twice: null,
  metres: 1, taking: false, problem: null,
}, view)

/** Only the newest question's answer is shown. */
let asked = 0
const ask = async (question, take) => {
  const mine = ++asked
  try {
    const found = await question()
    if (mine === asked) page.change({ problem: null, ...take(found) })
  } catch (problem) {
    if (mine === asked) page.change({ problem })
  }
}

const load = () => {
  const { tab, by, part, metres } = page.state
  if (tab === 'census') return ask(() => census(by, part), board => ({ board }))
  if (tab === 'list') return ask(() => components(part), list => ({ list }))
  if (part.classCode || part.grid || part.division) return ask(() => duplicates(part, metres), twice => ({ twice }))
}

const go = patch => {
  page.change({ ...patch, board: null, list: null, twice: null, problem: null })
  history.pushState(null, '', toAddress(page.state))
  load()
}

const on = {
  go,
  narrow: patch => go({ part: { ...page.state.part, ...patch } }),
  clear: () => go({ part: {} }),
  tellBy: by => go({ by }),
  openList: patch => go({ tab: 'list', part: { ...page.state.part, lacks: '', ...patch } }),
  more: () => ask(() => components(page.state.part, page.state.list.next), found =>
    ({ list: { ...page.state.list, items: [...page.state.list.items, ...found.items], next: found.next } })),
  look: metres => { if (metres >= 0.1 && metres <= 50) { page.change({ metres, twice: null }); load() } },
  take: async () => {
    page.change({ taking: true })
    await takeCensus().catch(problem => page.change({ problem }))
    page.change({ taking: false })
    load()
  },
}

const quietly = (promise, take) => promise.then(take, reason => console.warn('not loaded:', reason.message))

const start = async () => {
  document.addEventListener('signed-out', askToSignIn)
  const me = await whoAmI()
  page.change({ me })
  quietly(getTown(), town => page.change({ town }))
  quietly(listClasses(), ({ items }) => page.change({ classes: items.filter(({ kind }) => kind === 'component') }))
  quietly(listGrids(), ({ items }) => page.change({ grids: items }))
  quietly(listUnits(), found => page.change({ units: found.items ?? found }))
  quietly(get('/api/divisions'), found => page.change({ divisions: found.items ?? found }))
  load()
}

addEventListener('popstate', () => { page.change({ ...fromAddress(), board: null, list: null, twice: null }); load() })
redrawOnChange(page.draw)
start().catch(problem => { if (problem.status !== 401) page.change({ problem }) })
