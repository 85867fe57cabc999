// admin/responsibilities/app.js – who answers for what: state, what can be done, and how it is drawn.

import { html, render } from 'lit-html'
import * as routing from '../../server/routing.js'
import { getTown, listClasses, listGrids, listUnits } from '../../server/town.js'
import { listDivisions } from '../../server/land.js'
import { Problem } from '../../lib/http.js'
import { local } from '../../lib/i18n.js'
import { askToSignIn, may, whoAmI } from '../../lib/session.js'
import { store } from '../../lib/store.js'
import { day } from '../../lib/time.js'
import { toast } from '../../parts/toast.js'
import { redrawOnChange, tools } from '../../parts/tools.js'
import { problemWords } from '../../parts/words.js'
import { autoPanel } from './autoPanel.js'
import { placeOf } from './choices.js'
import { loadPanel } from './loadPanel.js'
import { keyOf, matrix } from './matrix.js'
import { tryIt } from './tryIt.js'
import { t } from './words.js'

const TABS = { matrix, try: tryIt, auto: autoPanel, load: loadPanel }
const tabOf = () => (location.hash.slice(1) in TABS ? location.hash.slice(1) : 'matrix')

const page = store({
  me: null, town: null, problem: null, listProblem: null, tab: tabOf(), today: '', classes: [], divisions: [], grids: [], units: [],
  lines: null, filter: { kind: '', class: '', place: '', unit: '', today: true }, edited: '', form: {},
  fresh: { kind: 'event', classPrefix: '', place: '', unitCode: '', validFrom: '' },
  asked: { kind: 'event', class: '', place: '', component: '' }, answer: null,
  switches: null, wanted: { kind: 'event', classPrefix: '', place: '' }, loads: null,
}, state => view(state))
const state = page.state

const tell = problem => toast(problemWords(problem), { tone: 'bad', seconds: 10 })

const loadLines = async () => {
  const { kind, class: classPrefix, place, unit, today } = state.filter
  const { dutyGridCode: grid, divisionCode: division } = place ? placeOf(place) : {}
  const { items } = await routing.listResponsibilities({ kind, class: classPrefix, grid, division, unit, at: today ? state.today : '' })
  page.change({ lines: items, edited: '', listProblem: null })
}
const loaders = {
  matrix: loadLines,
  try: async () => {},
  auto: async () => page.change({ switches: (await routing.listAutoDispatch()).items, listProblem: null }),
  load: async () => page.change({ loads: await routing.unitLoads(), listProblem: null }),
}
const reload = () => loaders[state.tab]().catch(problem => page.change({ listProblem: problem }))

const put = line => routing.putResponsibility(line).then(() => { toast(t('saved'), { tone: 'good', seconds: 3 }); return reload() }, tell)

const on = {
  filter: patch => { page.change({ filter: { ...state.filter, ...patch } }); reload() },
  edit: line => page.change({ edited: keyOf(line), form: { unitCode: line.unitCode, validFrom: state.today } }),
  form: patch => page.change({ form: { ...state.form, ...patch } }),
  cancel: () => page.change({ edited: '' }),
  saveEdit: () => put({ ...state.lines.find(line => keyOf(line) === state.edited), setBy: undefined, setAt: undefined, ...state.form }),
  remove: async line => {
    if (!confirm(t('delete.sure'))) return
    await routing.removeResponsibility(line).then(() => toast(t('deleted'), { seconds: 3 }), tell)
    reload()
  },
  fresh: patch => page.change({ fresh: { ...state.fresh, ...patch } }),
  add: () => {
    const { place, ...line } = state.fresh
    return put({ ...line, ...placeOf(place) })
  },
  take: async event => {
    const [file] = event.target.files
    event.target.value = ''
    if (!file) return
    await routing.importResponsibilities(await file.text()).then(({ lines }) => toast(t('imported', { n: lines }), { tone: 'good' }), tell)
    reload()
  },
  asked: patch => page.change({ asked: { ...state.asked, ...patch }, answer: null }),
  ask: () => {
    const { kind, class: classCode, place, component } = state.asked
    const { dutyGridCode: grid, divisionCode: division } = placeOf(place)
    return routing.whoAnswers({ kind, class: classCode, grid, division, component }).then(answer => page.change({ answer }), tell)
  },
  wanted: patch => page.change({ wanted: { ...state.wanted, ...patch } }),
  switch: ({ kind, classPrefix, divisionCode, enabled }) =>
    routing.putAutoDispatch({ kind, classPrefix, divisionCode, enabled }).then(() => { toast(t('saved'), { tone: 'good', seconds: 3 }); return reload() }, tell),
}

const main = () => {
  if (state.listProblem) return html`<div class="empty bad"><p>${t('missing')} ${problemWords(state.listProblem)}</p><button type="button" @click=${reload}>${t('reload')}</button></div>`
  return TABS[state.tab](state, on)
}

const view = () => {
  document.title = `${t('title')} · CityGrid`
  render(state.problem ? html`<div class="empty bad page-problem"><p>${problemWords(state.problem)}</p><a href="/">CityGrid</a></div>` : state.me ? html`
    <header class="admin-top"><a class="brand" href="/admin/">CityGrid <strong>${local(state.town?.name)}</strong></a><h1>${t('title')}</h1>
      <nav>${Object.keys(TABS).map(name => html`<a href="#${name}" aria-current=${state.tab === name ? 'page' : 'false'}>${t(`tab.${name}`)}</a>`)}<a href="/admin/">${t('back')}</a></nav>${tools(state.me)}</header>
    <main class="admin responsibilities">${main()}</main>` : html`<div class="skeleton block-skeleton"></div>`,
  document.getElementById('page'))
}

/** The places come with the town first: it is what most lines speak of. */
const start = async () => {
  document.addEventListener('signed-out', askToSignIn)
  const me = await whoAmI()
  if (!may(me, 'ADMINISTRATOR')) throw new Problem({ status: 403 })
  const today = day(Date.now(), me.zone ?? 'Asia/Shanghai')
  page.change({ me, today, fresh: { ...state.fresh, validFrom: today } })
  const [town, classes, divisions, grids, units] = await Promise.all([getTown(), listClasses(), listDivisions(me.divisionCode || ''), listGrids(), listUnits()])
  const places = [...(divisions.items ?? divisions)].sort((a, b) => a.code.length - b.code.length || a.code.localeCompare(b.code))
  const first = places.find(({ code }) => code === town.code)?.code ?? places[0]?.code ?? ''
  page.change({
    town, classes: classes.items ?? classes, divisions: places, grids: grids.items ?? grids, units: units.items ?? units,
    fresh: { ...state.fresh, place: first }, asked: { ...state.asked, place: first }, wanted: { ...state.wanted, place: first },
  })
  await reload()
}

addEventListener('hashchange', () => { page.change({ tab: tabOf() }); if (state.me) reload() })
redrawOnChange(page.draw)
start().catch(problem => { if (problem.status !== 401) page.change({ problem }) })
