// admin/grids/app.js – the page of the land: state, what can be done, and how it is drawn.

import { html, render } from 'lit-html'
import { getTown, listUsers } from '../../server/town.js'
import * as land from '../../server/land.js'
import { Problem } from '../../lib/http.js'
import { local } from '../../lib/i18n.js'
import { asMoves, isInside, noMoves, redo, stroke, undo } from '../../lib/joining.js'
import { onKeys } from '../../lib/keys.js'
import { askToSignIn, may, whoAmI } from '../../lib/session.js'
import { store } from '../../lib/store.js'
import { day } from '../../lib/time.js'
import { toast } from '../../parts/toast.js'
import { redrawOnChange, tools } from '../../parts/tools.js'
import { problemWords } from '../../parts/words.js'
import { checkPanel } from './checkPanel.js'
import { cutPanel } from './cutPanel.js'
import { dutyPanel } from './dutyPanel.js'
import { gridsPanel } from './gridsPanel.js'
import { landMap } from './landMap.js'
import { afterwards, cellsByCode, codesIn, stepTo } from './model.js'
import { pastPanel } from './pastPanel.js'
import { sure } from './sure.js'
import { t } from './words.js'

const PANELS = { grids: gridsPanel, duty: dutyPanel, check: checkPanel, cut: cutPanel, past: pastPanel }

const page = store({
  me: null, town: null, townCode: null, towns: [], communities: [], at: '', tab: 'grids', tool: 'pick', loaded: false, outlined: false,
  grids: [], cells: new Map(), free: 0, revision: 0, chosen: null, joining: noMoves(), people: [],
  duties: null, dutyDay: null, report: null, fault: null, plan: null, changes: null, busy: '',
}, state => view(state))

let map = null
const empty = { type: 'FeatureCollection', features: [] }
const EDITING = { joining: noMoves() }
const state = page.state

const tell = problem => {
  if (problem.status === 409) {
    toast(problem.overlaps ? t('duty.overlap') : problem.codes ? t('seen') : problem.detail, { tone: 'bad', seconds: 8 })
    if (problem.codes) reload()
  } else toast(problemWords(problem), { tone: 'bad', seconds: 10 })
}

const busily = async (name, work) => {
  if (state.busy) return
  page.change({ busy: name })
  try {
    await work()
  } catch (problem) {
    tell(problem)
  } finally {
    page.change({ busy: '' })
  }
}

const reload = async ({ fit = false } = {}) => {
  const { townCode, at } = state
  const [divisions, divisionOutlines, cellOutlines, grids, gridOutlines] = await Promise.all([
    land.listDivisions(townCode, at), land.divisionOutlines(townCode, at), land.cellOutlines(townCode, at), land.listDutyGrids(townCode, at), land.dutyGridOutlines(townCode, at),
  ])
  if (townCode !== state.townCode || at !== state.at) return
  const cells = cellsByCode(cellOutlines)
  map?.load({ divisionOutlines, cellOutlines, gridOutlines })
  const known = grids.items.some(({ code }) => code === state.chosen)
  page.change({
    communities: divisions.items.filter(({ level }) => level === 'COMMUNITY'), outlined: divisionOutlines.features.some(({ properties }) => properties.level === 'COMMUNITY'),
    grids: grids.items, cells, revision: cellOutlines.revision, free: [...cells.values()].filter(({ grid }) => !grid).length,
    chosen: known || state.chosen === 'new' ? state.chosen : null, plan: null, loaded: true, ...EDITING,
  })
  if (fit) map?.toAll()
  loadTab()
}

const loadTab = () => {
  const take = name => found => page.change({ [name]: found })
  if (state.tab === 'past') land.listChanges(state.townCode).then(({ items }) => page.change({ changes: items }), tell)
  if (state.tab === 'duty' && state.chosen && state.chosen !== 'new') land.listDuties(state.chosen).then(({ items }) => page.change({ duties: items }), tell)
  else if (state.tab === 'duty') land.dutiesOn(state.at || day(Date.now(), state.me.zone), state.townCode).then(take('dutyDay'), tell)
}

const isMember = code => state.cells.get(code)?.grid === state.chosen
const strike = (codes, how) => {
  if (state.at || !state.chosen || state.tab !== 'grids') return
  page.change({ joining: stroke(state.joining, codes.filter(code => state.cells.has(code)), isMember, how) })
}

const saved = (result, words = t('grid.saved')) => {
  const apart = result.grids?.find(({ parts }) => parts > 1)
  toast(words, { tone: 'good', seconds: 10, button: { words: t('undo'), act: () => on.takeBack(result.revision) } })
  if (apart) toast(t('grid.parts', { name: local(apart.name), n: apart.parts }), { tone: 'bad', seconds: 10 })
  return reload()
}

const on = {
  choose: code => {
    page.change({ chosen: code, duties: null, ...EDITING })
    if (code && code !== 'new') map?.toGrid(code)
    loadTab()
  },
  tab: tab => {
    page.change({ tab, plan: tab === 'cut' ? state.plan : null, chosen: state.chosen === 'new' && tab !== 'grids' ? null : state.chosen })
    if (tab !== 'check') map?.showFaults([])
    else map?.showFaults(state.report?.features ?? [])
    if (tab !== 'grids') on.tool('pick')
    loadTab()
  },
  tool: tool => { map?.setTool(tool); page.change({ tool }) },
  undo: () => page.change({ joining: undo(state.joining) }),
  redo: () => page.change({ joining: redo(state.joining) }),
  forget: () => page.change(EDITING),
  after: () => afterwards(state.cells, state.joining, state.chosen),
  byCode: (text, how) => strike(codesIn(text), how),
  save: () => busily('save', async () => {
    const { join, remove } = asMoves(state.joining)
    if (!join.length && !remove.length) return
    if (state.chosen !== 'new') return saved(await land.moveCells(state.chosen, { join, remove, revision: state.revision }))
    const made = await land.createGrid({ townCode: state.townCode, cells: join, revision: state.revision })
    const code = made.grids.find(({ code: it }) => !state.grids.some(grid => grid.code === it))?.code
    await saved(made)
    on.choose(code ?? null)
  }),
  rename: (grid, form) => busily('save', async () =>
    saved(await land.renameGrid(grid.code, { number: Number(form.get('number')), name: { zh: form.get('zh'), en: form.get('en') } }))),
  merge: async (grid, into) => {
    const target = state.grids.find(({ code }) => code === into)
    if (!target || !await sure(t('grid.merge.sure', { from: local(grid.name), into: local(target.name) }))) return
    await busily('save', async () => { await saved(await land.mergeGrids(into, { with: [grid.code], revision: state.revision })); on.choose(into) })
  },
  retire: async grid => {
    if (await sure(t('grid.retire.sure', { n: local(grid.name) }))) await busily('save', async () => saved(await land.retireGrid(grid.code, { revision: state.revision })))
  },
  takeBack: revision => busily('undo', async () => {
    await land.undoChange(revision)
    toast(t('undone'), { tone: 'good', seconds: 4 })
    await reload()
  }),
  addDuty: form => busily('duty', async () => {
    const data = new FormData(form)
    await land.addDuty(state.chosen, {
      userName: data.get('userName'), standIn: Boolean(data.get('standIn')), from: data.get('from'),
      ...(data.get('to') ? { to: data.get('to') } : {}), ...(data.get('reason') ? { reason: data.get('reason') } : {}),
    })
    form.reset()
    toast(t('grid.saved'), { tone: 'good', seconds: 4 })
    await reload()
  }),
  endDuty: duty => busily('duty', async () => { await land.endDuty(duty.grid, duty.id); await reload() }),
  check: tolerance => busily('check', async () => {
    const report = await land.checkTopology(state.townCode, tolerance)
    map?.showFaults(report.features)
    page.change({ report, fault: null })
  }),
  fault: i => { page.change({ fault: i }); map?.toFault(state.report.features[i]) },
  plan: (division, size) => busily('cut', async () => {
    const plan = await land.generateCells({ division, squareMetres: Number(size), dryRun: true })
    map?.load({ divisionOutlines: await land.divisionOutlines(state.townCode), cellOutlines: plan.outlines, gridOutlines: empty })
    page.change({ plan })
  }),
  forgetPlan: () => reload(),
  storeCells: async () => {
    const { division, squareMetres, revision, communities } = state.plan
    const replaced = communities.reduce((sum, { before }) => sum + before, 0)
    if (replaced && !await sure(t('cut.replaces', { n: replaced }))) return
    await busily('cut', async () => {
      const stored = await land.generateCells({ division, squareMetres, revision })
      await saved(stored, t('cut.stored', stored))
    })
  },
  at: at => {
    const today = day(Date.now(), state.me.zone)
    page.change({ at: at && at < today ? at : '', tab: state.tab === 'cut' ? 'grids' : state.tab, ...EDITING })
    reload().catch(tell)
  },
  town: townCode => { page.change({ townCode, chosen: null, report: null, loaded: false }); reload({ fit: true }).catch(tell) },
}

const top = () => html`
  <div class="admin-top"><a class="brand" href="/admin/">CityGrid <strong>${local(state.town?.name)}</strong></a><h1>${t('title')}</h1>
    <nav><a href="/admin/">${t('back')}</a></nav>
    ${state.towns.length > 1 ? html`<label class="field"><span>${t('town')}</span><select @change=${event => on.town(event.target.value)}>${state.towns.map(({ code, name }) => html`<option value=${code} ?selected=${code === state.townCode}>${local(name)}</option>`)}</select></label>` : ''}
    <label class="field"><span>${t('at')}</span><input type="date" .value=${state.at || day(Date.now(), state.me.zone)} max=${day(Date.now(), state.me.zone)} @change=${event => on.at(event.target.value)}></label>${tools(state.me)}</div>
  ${state.at ? html`<div class="past-bar" role="status">${t('at.past', { date: state.at })} <button type="button" @click=${() => on.at('')}>${t('at.today')}</button></div>` : ''}`

const nothingYet = () => {
  if (!state.communities.length) return html`<div class="empty"><p>${t('empty.divisions')}</p><a class="button primary" href="/admin/imports/">${t('empty.import')}</a></div>`
  if (!state.outlined) return html`<div class="empty"><p>${t('empty.outlines')}</p><a class="button primary" href="/admin/imports/">${t('empty.import')}</a></div>`
  return html`<div class="empty"><p>${t('empty.cells')}</p><div class="row"><button type="button" class="primary" @click=${() => on.tab('cut')}>${t('empty.cut')}</button> <a class="button" href="/admin/imports/">${t('empty.import')}</a></div></div>`
}

const side = () => html`
  <div class="tabs" role="tablist">${Object.keys(PANELS).map(name => html`<button type="button" role="tab" aria-selected=${state.tab === name} @click=${() => on.tab(name)}>${t(`tab.${name}`)}</button>`)}</div>
  <div class="panel" role="tabpanel">${!state.loaded ? html`<div class="skeleton block-skeleton"></div>` : state.tab === 'grids' && !state.cells.size && !state.grids.length && !state.at ? nothingYet() : PANELS[state.tab](state, on)}</div>
  <p class="keys-line">${t('keys')}</p>`

const view = () => {
  document.title = `${t('title')} · CityGrid`
  if (state.problem) {
    render(html`<div class="empty bad page-problem"><p>${problemWords(state.problem)}</p><a href="/">CityGrid</a></div>`, document.getElementById('side'))
    return
  }
  if (!state.me) return
  render(top(), document.getElementById('top'))
  render(side(), document.getElementById('side'))
  const preview = Boolean(state.plan)
  map?.show(code => {
    const cell = state.cells.get(code)
    const inside = Boolean(state.chosen) && cell?.grid === state.chosen
    return { preview, inside: isInside(state.joining, code, inside) && inside, move: state.joining.moves.get(code), free: !cell?.grid }
  }, state.chosen)
}

const KEYS = {
  v: () => on.tool('pick'), b: () => on.tool('box'), p: () => on.tool('brush'), u: on.undo, r: on.redo, s: on.save, n: () => on.choose('new'),
  j: () => on.choose(stepTo(state.grids, state.chosen, 1)), k: () => on.choose(stepTo(state.grids, state.chosen, -1)),
  Escape: () => (state.joining.moves.size ? on.forget() : on.choose(null)),
}

const start = async () => {
  document.addEventListener('signed-out', askToSignIn)
  const me = await whoAmI()
  if (!may(me, 'ADMINISTRATOR')) throw new Problem({ status: 403 })
  const [town, divisions] = await Promise.all([getTown(), land.listDivisions('')])
  const towns = divisions.items.filter(({ level, code }) => level === 'TOWN' && code.startsWith(me.divisionCode ?? ''))
  const townCode = towns.some(({ code }) => code === town.code) ? town.code : towns[0]?.code ?? town.code
  page.change({ me, town, towns, townCode })
  const place = document.getElementById('map')
  place.setAttribute('aria-label', t('map.label'))
  map = landMap(place, town)
  place.addEventListener('cells-stroke', ({ detail }) => strike(detail.codes, detail.how))
  onKeys(key => (state.tab === 'grids' && !document.querySelector('dialog[open]') && KEYS[key] ? (KEYS[key](), true) : false))
  document.addEventListener('keydown', event => {
    if (!(event.ctrlKey || event.metaKey) || event.target.closest?.('input, textarea')) return
    if (event.key === 'z' && !event.shiftKey) { event.preventDefault(); on.undo() }
    if (event.key === 'y' || (event.key === 'z' && event.shiftKey)) { event.preventDefault(); on.redo() }
  })
  await reload({ fit: !town.extent })
  listUsers().then(found => page.change({ people: (found.items ?? found).filter(({ roles, active }) => roles.includes('COLLECTOR') && active !== false) }), () => {})
}

redrawOnChange(() => { map?.repaint(); page.draw() })
start().catch(problem => { if (problem.status !== 401) page.change({ problem, loaded: true }) })
