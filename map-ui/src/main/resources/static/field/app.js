// field/app.js – the collector's page: which view the address asks for, and the maps that belong to it.

import { html } from 'lit-html'
import { get } from '../lib/http.js'
import { language, local } from '../lib/i18n.js'
import { shape } from '../lib/lights.js'
import { may } from '../lib/session.js'
import { phoneMap } from '../phone/phoneMap.js'
import { elsewhere, skeleton } from '../phone/parts.js'
import { SENT } from '../phone/queue.js'
import { signInForm } from '../phone/signInForm.js'
import { placeOf } from './draft.js'
import { frame, t } from './frame.js'
import { homeView } from './homeView.js'
import { mapView } from './mapView.js'
import { mineView } from './mineView.js'
import { arrive, change, changeDraft, changeProposal, draw, enter, followPhone, loadNear, loadReports, loadResults, loadTasks, openDraft, openProposal, refreshQueue, showPage, state, takeScanned } from './model.js'
import { ordered } from './order.js'
import { placeOf as proposedPlace } from './proposal.js'
import { proposeForm } from './proposeForm.js'
import { reportForm } from './reportForm.js'
import { taskView } from './taskView.js'
import { tasksView } from './tasksView.js'

const TASKS_EVERY = 30_000
const LOCATE_AFTER = 400
let route = { view: 'home', id: '' }
let map = null

const go = hash => { location.hash = hash }
const routeOf = hash => {
  const [view, id = ''] = hash.replace(/^#/, '').split('/')
  return { view: view || 'home', id: decodeURIComponent(id) }
}

// Which grid the place of the form lies in; asked once the thumb rests.
let locateTimer
const locate = place => {
  clearTimeout(locateTimer)
  locateTimer = setTimeout(async () => {
    try { change({ located: await get('/api/grids/locate', { lon: place.lon, lat: place.lat }) }) }
    catch (problem) { change({ located: { offline: problem.offline } }) }
  }, LOCATE_AFTER)
}

const marks = () => {
  const tasks = ordered(state.tasks?.value?.items ?? [], state.fix, 'time', Date.now())
  map.showMarks(tasks.map(task => ({ ...task, face: shape(task.light), look: task.light, title: `${t(task.kind)} ${local(task.className)}`, onPick: () => go(`#task/${encodeURIComponent(task.taskId)}`) })))
}

const openMap = async ({ view, id }) => {
  map?.close()
  map = null
  const pages = ['home', 'map', 'new', 'self', 'task', 'propose']
  if (!state.town || !state.me || !pages.includes(view)) return
  const pin = view === 'new' || view === 'self' || view === 'propose'
  map = phoneMap(state.town, { label: t(pin ? 'where' : 'map.of'), pin, still: view === 'home' })
  if (state.grid?.value?.boundary) {
    map.showOutline(state.grid.value.boundary)
    map.fit(state.grid.value.boundary)
  }
  if (state.fix) map.showMe(state.fix)
  if (view === 'home' || view === 'map') marks()
  if (view === 'task') showTask(id)
  if (view === 'propose') await openProposing()
  else if (pin) await openForm(view === 'self')
}

const showTask = id => {
  const task = state.tasks?.value?.items?.find(({ taskId }) => taskId === id)
  if (!task) return
  map.showMarks([{ ...task, face: '!', look: 'thing', title: local(task.className) }])
  map.goTo(task, 17)
}

const openProposing = async () => {
  await openProposal()
  const scanned = await takeScanned()
  if (scanned) changeProposal({ component: scanned })
  if (!state.proposal.pin && state.fix) changeProposal({ fix: state.fix })
  change({ sought: '', tooFar: false })
  map?.onMoved(pin => { change({ tooFar: !pin }); if (pin) changeProposal({ pin }) })
  const place = state.proposal.component ?? proposedPlace(state.proposal)
  if (!place) return
  map?.goTo(place, 18)
  void loadNear(place)
}

const openForm = async self => {
  await openDraft(self)
  const scanned = self ? null : await takeScanned()
  if (scanned) changeDraft(self, { thing: { kind: 'component', classCode: scanned.classCode, componentCode: scanned.code, name: scanned.className }, conditionId: null, pin: { lon: scanned.lon, lat: scanned.lat } })
  const draft = state.drafts[self]
  if (!draft.pin && state.fix) changeDraft(self, { fix: state.fix })
  const place = placeOf(state.drafts[self])
  change({ located: null, sought: '', tooFar: false })
  map?.onMoved(pin => {
    change({ tooFar: !pin, located: pin ? null : state.located })
    if (!pin) return
    changeDraft(self, { pin })
    locate(pin)
  })
  if (!place) return
  map?.goTo(place, 18)
  locate(place)
  void loadNear(place)
}

const moved = fix => {
  map?.showMe(fix)
  if (route.view === 'propose' && state.proposal && !state.proposal.pin) {
    const first = !state.proposal.fix
    changeProposal({ fix })
    if (!state.proposal.component) map?.goTo(fix, first ? 18 : undefined)
  }
  const self = route.view === 'self'
  const draft = state.drafts[self]
  if ((route.view !== 'new' && !self) || !draft || draft.pin) return
  const first = !draft.fix
  changeDraft(self, { fix })
  map?.goTo(fix, first ? 18 : undefined)
  locate(fix)
}

const views = {
  home: now => homeView(now, map), tasks: tasksView, map: now => mapView(now, map), mine: mineView,
  task: now => taskView(now, route.id, map), new: now => reportForm(now, false, map), self: now => reportForm(now, true, map),
  propose: now => proposeForm(now, map),
}

const page = now => {
  if (now.me === undefined) return html`<main class="view">${skeleton(5)}</main>`
  if (now.me === null || now.lapsed) {
    return signInForm({
      title: t('title'), lapsed: now.lapsed, waiting: now.entries.length, wrong: now.wrong,
      told: wrong => change({ wrong }), done: async me => { await enter(me); void openMap(route).then(draw) },
    })
  }
  if (!may(now.me, 'COLLECTOR')) return elsewhere(now.me)
  return (views[route.view] ?? views.home)(now)
}

const follow = async () => {
  route = routeOf(location.hash)
  if (route.view === 'mine' && state.me) {
    void loadReports()
    void loadResults()
  }
  if (route.view === 'tasks' && state.me) void loadTasks()
  await openMap(route)
  scrollTo(0, 0)
  draw()
}

const refresh = async () => {
  if (!state.me || state.lapsed || document.hidden) return
  await loadTasks()
  if (map && (route.view === 'home' || route.view === 'map')) marks()
}

showPage(page)
addEventListener('hashchange', follow)
document.addEventListener('language', () => { document.title = `CityGrid ${t('tab.home')}`; void follow() })
document.addEventListener('theme', follow)
document.addEventListener('signed-out', () => { if (state.me) change({ lapsed: true }) })
document.addEventListener('queue', async ({ detail: entry }) => {
  await refreshQueue()
  if (entry?.state !== SENT) return
  void loadTasks()
  if (route.view === 'mine') void loadReports()
})
setInterval(refresh, TASKS_EVERY)
document.addEventListener('visibilitychange', refresh)
await arrive()
followPhone(moved)
await follow()
