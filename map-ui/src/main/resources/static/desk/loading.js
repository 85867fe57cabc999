// desk/loading.js – fetches for the desk; late answers to old questions are dropped.

import { caseCounts, casePoints, getCase, listCases } from '../server/cases.js'
import { enquiryCounts } from '../server/enquiries.js'
import { callsWaiting } from '../server/contacts.js'
import { listDivisions } from '../server/land.js'
import { unitLoads } from '../server/routing.js'
import { getWorkflow, listClasses, listGrids, listUnits, throughput, today } from '../server/town.js'
import { orderOf, pointsKnow } from '../lib/narrowing.js'
import { contacting } from '../lib/contacting.js'
import { suspected } from '../lib/process.js'
import { everyDay } from '../lib/series.js'
import { may } from '../lib/session.js'
import { day, shiftDay } from '../lib/time.js'
import { toast } from '../parts/toast.js'
import { problemWords } from '../parts/words.js'

const quietly = (promise, take) => promise.then(take, reason => console.warn('not loaded:', reason.message))

/** Those who call reporters back, and so may know how to reach them. */
const ANSWER = ['ACCEPTOR', 'SHIFT_LEADER']

export const loading = ({ state, change }) => {
  let asked = 0
  const people = contacting({ state, change }, problem => toast(problemWords(problem), { tone: 'bad' }))
  const answers = () => may(state.me, ...ANSWER)
  const ordered = () => ({ ...state.filter, sort: orderOf(state.filter) })

  const list = async () => {
    const mine = ++asked
    change({ listLoading: true, waiting: 0 })
    quietly(listCases({ queue: 'open', supervised: 'open' }), found => change({ chased: new Set(found.items.map(({ number }) => number)) }))
    try {
      const { items, next } = await listCases(ordered())
      if (mine === asked) change({ items, next, onMap: items, listProblem: null, listLoading: false })
      if (mine === asked && next && !pointsKnow(state.filter)) quietly(listCases(ordered(), undefined, 500), found => { if (mine === asked) change({ onMap: found.items }) })
    } catch (problem) {
      if (mine === asked) change({ listProblem: problem, listLoading: false })
    }
  }

  const more = async () => {
    const { items, next } = await listCases(ordered(), state.next)
    change(now => ({ items: [...now.items, ...items], next }))
  }

  const detail = async number => {
    try {
      const found = await getCase(number)
      if (state.chosen === number) change({ detail: found, detailProblem: null })
      if (suspected(found)) twin(found)
      if (state.chosen === number && answers()) people.load(number, { case: found.id }, found.reportedAt)
      return found
    } catch (problem) {
      if (state.chosen === number) change({ detailProblem: problem })
      return null
    }
  }

  /** The case that this one may repeat, to be looked at beside it. */
  const twin = ({ number, suspectedDuplicateOf }) => {
    const take = answer => { if (state.chosen === number) change({ twin: { of: number, ...answer } }) }
    if (state.twin?.of === number && state.twin.value) return
    getCase(suspectedDuplicateOf).then(value => take({ value }), problem => take({ problem }))
  }

  const counts = () => {
    quietly(enquiryCounts(), enquiries => change({ enquiries }))
    if (answers()) quietly(callsWaiting(), callBacks => change({ callBacks }))
    return quietly(caseCounts(), found => change({ counts: found }))
  }
  const points = () => quietly(casePoints(), ({ items }) => change({ points: items }))
  const figures = () => today().then(found => change({ today: found, todayProblem: null }), problem => change({ todayProblem: problem }))
  const history = () => {
    const end = day(Date.now(), state.me.zone)
    const from = shiftDay(end, -89)
    return quietly(throughput(from, end), found => change({ days: everyDay(found, from, end) }))
  }
  const names = () => {
    quietly(listClasses(), ({ items }) => change({ classes: items }))
    quietly(listUnits(), found => change({ units: found.items ?? found }))
    quietly(listGrids(), ({ items }) => change({ grids: items }))
    if (state.filter.division) quietly(listDivisions(), ({ items }) => change({ divisions: items }))
    if (state.filter.action || state.filter.opened) quietly(getWorkflow(), ({ rows }) => change({ actions: rows }))
  }
  const loads = () => quietly(unitLoads(), ({ items }) => change({ loads: new Map(items.map(one => [one.unit.code, one])) }))
  const all = () => { list(); counts(); points(); figures(); history() }

  return { list, more, detail, counts, points, figures, history, names, loads, all, people }
}
