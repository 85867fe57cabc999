// lib/process.js – a case's whole process from what its file holds: steps with what belongs to each, the states on a line
// of time, the clock, who reported it, and what tells two reports apart. Pure.

import { metresBetween } from '../phone/position.js'

const ENDED = new Set(['CLOSED', 'REFUSED', 'LINKED', 'VOIDED'])

/** Where the handling clock stands still once it has begun to run. */
const STILL = new Set(['SUSPENDED', 'TO_CHECK', 'CHECKING', 'TO_CLOSE'])

const bySeq = (list, seq) => new Map((list ?? []).map(entry => [entry[seq], entry]))

/**
 * Oldest first: each step with the chase, request or task it began, and between them the reports linked to the case
 * and the deadlines that a change of the calendar moved.
 * @returns {({at: string, step: object, chase?: object, asked?: object, task?: object} | {at: string, twin: object} | {at: string, moved: object})[]}
 */
export const processOf = ({ history = [], supervisions, asked, tasks, linked = [], deadlineChanges = [] }) => {
  const [chases, requests, errands] = [bySeq(supervisions, 'seq'), bySeq(asked, 'askedSeq'), bySeq(tasks, 'seq')]
  const steps = history.map(step => ({ at: step.at, step, chase: chases.get(step.seq), asked: requests.get(step.seq), task: errands.get(step.seq) }))
  const twins = linked.map(twin => ({ at: twin.reportedAt, twin }))
  const moves = deadlineChanges.map(moved => ({ at: moved.at, moved }))
  return [...steps, ...twins, ...moves].sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
}

/**
 * The states a case went through, each with its time; the last reaches now, an ended case's last step ends the line.
 * @returns {{state: string, from: number, until: number, clock: 'none' | 'running' | 'still'}[]} instants in milliseconds
 */
export const spansOf = ({ history = [], clock }, now = Date.now()) => {
  const moves = history.filter(({ from, to }) => from !== to)
  const started = clock?.startedAt ? Date.parse(clock.startedAt) : Infinity
  return moves
    .map(({ to, at }, i) => ({ state: to, from: Date.parse(at), until: moves[i + 1] ? Date.parse(moves[i + 1].at) : now }))
    .filter(({ state }) => !ENDED.has(state))
    .map(span => ({ ...span, clock: span.from < started ? 'none' : STILL.has(span.state) ? 'still' : 'running' }))
}

/** Shares of the line in percent; short spans stay wide enough to be seen. */
export const sharesOf = (spans, least = 3) => {
  const whole = spans.reduce((sum, { from, until }) => sum + (until - from), 0) || 1
  const wide = spans.map(({ from, until }) => Math.max(least, ((until - from) / whole) * 100))
  const sum = wide.reduce((a, b) => a + b, 0)
  return wide.map(share => (share / sum) * 100)
}

/** How often and how long the clock stood still, in minutes of wall-clock time; checking does not count, only suspension. */
export const pausesOf = spans => {
  const still = spans.filter(({ state }) => state === 'SUSPENDED')
  return { times: still.length, minutes: still.reduce((sum, { from, until }) => sum + (until - from), 0) / 60_000 }
}

/** How much of the limit is used up, in percent, or null where no clock was set. */
export const usedOf = ({ clock }) => (clock?.total ? Math.round((clock.consumed / clock.total) * 100) : null)

/**
 * Who reported it: the case's own channel, those of linked duplicates, and the rest, who follow without a report of their own.
 * @returns {{channels: [string, number][], followers: number}}
 */
export const reportersOf = ({ channel, reports = 1, linked = [] }) => {
  const channels = new Map()
  for (const name of [channel, ...linked.map(twin => twin.channel)]) if (name) channels.set(name, (channels.get(name) ?? 0) + 1)
  return { channels: [...channels], followers: Math.max(0, reports - 1 - linked.length) }
}

/** What tells two reports apart. */
export const differenceOf = (one, other) => ({
  metres: Math.round(metresBetween(one, other)),
  minutes: Math.abs(Date.parse(one.reportedAt) - Date.parse(other.reportedAt)) / 60_000,
  component: one.componentCode && other.componentCode ? (one.componentCode === other.componentCode ? 'same' : 'other') : 'no',
})

const UNDECIDED = ['REPORTED', 'VERIFYING']

/** What sets a case apart from the one it is suspected to repeat: it is accepted, or sent to be verified first. */
export const apartOf = ({ actions }) => ['ACCEPT', 'SEND_VERIFY'].map(name => actions?.find(({ action }) => action === name)).find(Boolean)

/** Whether somebody still has to say if the two are the same. */
export const suspected = item => Boolean(item.suspectedDuplicateOf) && UNDECIDED.includes(item.state)
