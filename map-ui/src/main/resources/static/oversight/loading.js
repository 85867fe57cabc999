// oversight/loading.js – fetches for oversight. What is being pointed at keeps its place: fresh values come in, rows wait.

import { casePoints, getCase } from '../server/cases.js'
import { answers, chases, overview, stuckCases, watched } from '../server/oversight.js'
import { byCase } from '../lib/chases.js'
import { steady } from '../lib/steady.js'
import { rowKey } from './lamps.js'

const numberOf = ({ number }) => number

/** @param {(id: string) => boolean} busy whether the pointer or the caret is in a part of the page */
export const loading = ({ state, change }, busy) => {
  const held = {}
  let asked = 0

  const waiting = () => change({ waiting: held[state.tab]?.waiting ?? 0 })

  /** Rows go in at once where nobody looks, else only their values. */
  const take = (name, rows, more = {}) => {
    if (state[name]?.length && state.tab === name && busy('lists')) {
      const { rows: shown, waiting: n } = steady(state[name], rows, numberOf)
      held[name] = { rows, more, waiting: n }
      change({ [name]: shown, [`${name}Problem`]: null })
    } else {
      delete held[name]
      change({ [name]: rows, ...more, [`${name}Problem`]: null })
    }
    waiting()
  }

  const takeLamps = found => {
    const key = row => rowKey(row, state.by)
    const rows = busy('lamps') && state.lampRows.length ? steady(state.lampRows, found[state.by], key).rows.filter(row => !row.gone) : found[state.by]
    change({ overview: found, lampRows: rows, overviewProblem: null, loadedAt: Date.now() })
  }

  const watch = async () => {
    const mine = ++asked
    try {
      const { items, next } = await watched(state.part?.of)
      if (mine === asked) take('watch', items, { next })
    } catch (problem) { if (mine === asked) change({ watchProblem: problem }) }
  }

  const list = (name, question, rows = items => items) => question().then(({ items }) => take(name, rows(items)), problem => change({ [`${name}Problem`]: problem }))

  const all = () => Promise.all([
    overview().then(takeLamps, problem => change({ overviewProblem: problem })),
    watch(),
    list('stuck', stuckCases),
    list('chases', chases, byCase),
    answers().then(({ items }) => { if (!busy('lists') || !state.answers) change({ answers: items }) }, reason => console.warn('no answers:', reason.message)),
    casePoints().then(({ items }) => change({ points: items }), reason => console.warn('no points:', reason.message)),
  ])

  const detail = async number => {
    try {
      const found = await getCase(number)
      if (state.chosen === number) change({ detail: found, detailProblem: null })
      return found
    } catch (problem) {
      if (state.chosen === number) change({ detailProblem: problem })
      return null
    }
  }

  return {
    all, watch, detail,
    /** What waited comes in: the reader asked for it, or looks elsewhere. */
    adopt: () => {
      for (const [name, { rows, more }] of Object.entries(held)) change({ [name]: rows, ...more })
      for (const name of Object.keys(held)) delete held[name]
      if (state.overview) change({ lampRows: state.overview[state.by] })
      waiting()
    },
    more: async () => {
      const { items, next } = await watched(state.part?.of, state.next)
      change(now => ({ watch: [...now.watch, ...items], next }))
    },
  }
}
