// field/model.js – the one owner of the collector page's state, and everything that changes it.

import { render } from 'lit-html'
import { get } from '../lib/http.js'
import { store } from '../lib/store.js'
import { newId } from '../phone/ids.js'
import { follow, metresBetween } from '../phone/position.js'
import { readOwnResults } from '../phone/ownResults.js'
import { read } from '../phone/reading.js'
import { questionOf, similarAsker, stillOpen } from '../phone/similar.js'
import { drafts, kept } from '../phone/store.js'
import { queue, sendFor } from '../phone/courier.js'
import { newDraft, placeOf } from './draft.js'
import { newProposal, placeOf as proposedPlace } from './proposal.js'

const NEAR_STEP_METRES = 15
let page = () => {}

export const { state, change, draw } = store({
  me: undefined, lapsed: false, wrong: null, town: null, grid: undefined, fix: null, fixTrouble: null,
  tasks: null, reports: null, results: null, classes: null, near: null, entries: [], drafts: {}, by: 'time', toast: null, answers: {}, proposal: null, similar: null,
}, now => render(page(now), document.getElementById('app')))

/** @param {(state: object) => unknown} template */
export const showPage = template => { page = template; draw() }

export const zone = () => state.me?.zone ?? state.town?.zone ?? 'Asia/Shanghai'

const reading = name => async (path, parameters) => {
  try { change({ [name]: await read(path, parameters) }) }
  catch (problem) { change({ [name]: { problem } }) }
}

export const loadTasks = () => reading('tasks')('/api/tasks')
export const loadReports = () => reading('reports')('/api/reports', { mine: true, limit: 50 })
export const loadResults = () => readOwnResults('collector').then(results => change({ results }), problem => change({ results: { problem } }))
export const loadClasses = () => reading('classes')('/api/classes', { conditions: true })
const loadGrid = () => reading('grid')('/api/grids/mine')

export const refreshQueue = async () => change({ entries: (await queue.list()).filter(({ owner }) => owner === state.me?.userName) })

let toastTimer
export const say = words => {
  clearTimeout(toastTimer)
  change({ toast: words })
  toastTimer = setTimeout(() => change({ toast: null }), 4_000)
}

// Who am I: from the server; offline, whoever was signed in last on this phone.
export const enter = async me => {
  change({ me, lapsed: false, wrong: null })
  await kept.put('me', me)
  await refreshQueue()
  void sendFor(me.userName)
  await Promise.all([loadGrid(), loadTasks(), loadClasses()])
}

export const leave = async () => {
  await kept.put('me', null)
  await sendFor(null)
}

export const arrive = async () => {
  const town = await read('/api/town').catch(() => null)
  change({ town: town?.value ?? null })
  try { await enter(await get('/api/session')) }
  catch (problem) {
    const last = problem.offline ? await kept.get('me') : null
    if (last) await enter(last)
    else change({ me: null })
  }
}

// Components nearby follow the place of the open form, else the phone.
let nearPlace = null
export const loadNear = async place => {
  if (!place || (nearPlace && metresBetween(nearPlace, place) < NEAR_STEP_METRES)) return
  nearPlace = place
  try {
    const { items } = await get('/api/components/nearest', { lon: place.lon, lat: place.lat, limit: 8 })
    if (nearPlace === place) change({ near: { items } })
  } catch (problem) {
    nearPlace = null
    change({ near: { problem } })
  }
}

export const followPhone = moved => follow(
  fix => { change({ fix, fixTrouble: null }); moved(fix) },
  fixTrouble => { if (!state.fix) change({ fixTrouble }) })

// Drafts: one for a report, one for a self-handled case; each survives a reload.
const draftName = self => (self ? 'field.self' : 'field.report')

const asker = similarAsker(similar => change({ similar }))

/** Whoever has fixed it at once follows nobody. */
const askSimilar = draft => { if (!draft.self) asker(draft.thing, placeOf(draft)) }

/** What is reported already and the collector has not said to be another. */
export const alreadyThere = draft => (draft.self ? [] : stillOpen(state.similar, questionOf(draft.thing, placeOf(draft)), draft.another))

export const openDraft = async self => {
  const known = await drafts.load(draftName(self)).catch(() => null)
  change({ drafts: { ...state.drafts, [self]: known ?? newDraft(newId(), self) } })
  askSimilar(state.drafts[self])
}

export const changeDraft = (self, patch) => {
  const draft = { ...state.drafts[self], ...patch }
  change({ drafts: { ...state.drafts, [self]: draft } })
  void drafts.keep(draftName(self), draft).catch(() => {})
  void loadNear(placeOf(draft))
  askSimilar(draft)
}

export const dropDraft = async self => {
  await drafts.drop(draftName(self))
  change({ drafts: { ...state.drafts, [self]: newDraft(newId(), self) } })
}

// One proposal about the register at a time; it survives a reload too.
const PROPOSAL = 'field.proposal'

export const openProposal = async () => {
  const known = await drafts.load(PROPOSAL).catch(() => null)
  change({ proposal: known ?? newProposal(newId()) })
}

export const changeProposal = patch => {
  change({ proposal: { ...state.proposal, ...patch } })
  void drafts.keep(PROPOSAL, state.proposal).catch(() => {})
  if (!state.proposal.component) void loadNear(proposedPlace(state.proposal))
}

export const dropProposal = async () => {
  await drafts.drop(PROPOSAL)
  change({ proposal: { ...newProposal(newId()), fix: state.fix } })
}

/** The component of a scanned label, once: the address forgets it. */
export const takeScanned = async () => {
  const code = new URLSearchParams(location.search).get('component')
  if (!code) return null
  history.replaceState(null, '', `${location.pathname}${location.hash}`)
  return get(`/api/components/${encodeURIComponent(code)}`).catch(() => null)
}
