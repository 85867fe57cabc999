// unit/model.js – the one owner of the department page's state.

import { render } from 'lit-html'
import { contacting } from '../lib/contacting.js'
import { get } from '../lib/http.js'
import { translator } from '../lib/i18n.js'
import { may } from '../lib/session.js'
import { store } from '../lib/store.js'
import { queue, sendFor } from '../phone/courier.js'
import { readOwnResults } from '../phone/ownResults.js'
import { read } from '../phone/reading.js'
import { drafts, kept } from '../phone/store.js'
import { messages as shared } from '../phone/messages.js'
import { messages } from './messages.js'

export const t = translator({ zh: { ...shared.zh, ...messages.zh }, en: { ...shared.en, ...messages.en } })

export const TABS = { mine: { queue: 'mine', sort: 'due' }, open: { queue: 'open', sort: 'due' }, closed: { queue: 'all', state: 'CLOSED', sort: '-reportedAt' }, enquiries: { queue: 'open', sort: 'due' }, results: {} }

/** Numbers of requests that are not cases begin with Q. */
export const isEnquiry = number => /^Q/.test(number ?? '')
export const addressOf = number => `/api/${isEnquiry(number) ? 'enquiries' : 'cases'}/${encodeURIComponent(number)}`

let page = () => {}
export const { state, change, draw } = store({
  me: undefined, lapsed: false, wrong: null, town: null, tab: 'mine', list: null, number: null, found: null, act: null, fix: null, entries: [], toast: null, counts: null, replies: {}, chased: new Set(), contacts: null,
}, now => render(page(now), document.getElementById('app')))

export const showPage = template => { page = template; draw() }
export const zone = () => state.me?.zone ?? state.town?.zone ?? 'Asia/Shanghai'

/** Never kept on the phone: only asked for while there is a connection. */
export const people = contacting({ state, change: patch => change(patch) }, problem => say(problem.detail || problem.message))

let toastTimer
export const say = toast => {
  clearTimeout(toastTimer)
  change({ toast })
  toastTimer = setTimeout(() => change({ toast: null }), 4_000)
}

export const loadList = async () => {
  const { tab } = state
  read('/api/cases', { queue: 'open', supervised: 'open', limit: 100 }).then(({ value }) => change({ chased: new Set(value.items.map(({ number }) => number)) }), () => {})
  try {
    const list = tab === 'results' ? await readOwnResults('department') : await read(tab === 'enquiries' ? '/api/enquiries' : '/api/cases', { ...TABS[tab], limit: 100 })
    if (state.tab === tab) change({ list })
  } catch (problem) { if (state.tab === tab) change({ list: { problem } }) }
}

export const openTab = tab => { change({ tab, list: null }); return loadList() }

export const loadCase = async () => {
  const { number } = state
  if (!number) return
  try {
    const found = await read(addressOf(number))
    if (state.number === number) change({ found })
    if (state.number === number && !found.stale && may(state.me, 'DEPARTMENT')) people.load(number, isEnquiry(number) ? { enquiry: found.value.id } : { case: found.value.id }, found.value.receivedAt ?? found.value.reportedAt)
  } catch (problem) { if (state.number === number) change({ found: { problem } }) }
}

const draftName = number => `unit.${number}`

export const openCase = async number => {
  change({ number, found: null, contacts: null, act: number ? await drafts.load(draftName(number)).catch(() => null) ?? null : null })
  await loadCase()
}

export const changeAct = act => {
  change({ act })
  const kept = act ? drafts.keep(draftName(state.number), act) : drafts.drop(draftName(state.number))
  void kept.catch(() => {})
}

export const refreshQueue = async () => change({ entries: (await queue.list()).filter(({ owner }) => owner === state.me?.userName) })

export const enter = async me => {
  change({ me, lapsed: false, wrong: null })
  await kept.put('unit.me', me)
  await refreshQueue()
  void sendFor(me.userName)
  await loadList()
}

export const leave = async () => { await kept.put('unit.me', null); await sendFor(null) }

export const arrive = async () => {
  change({ town: (await read('/api/town').catch(() => null))?.value ?? null })
  try { await enter(await get('/api/session')) }
  catch (problem) {
    const last = problem.offline ? await kept.get('unit.me') : null
    if (last) await enter(last)
    else change({ me: null })
  }
}
