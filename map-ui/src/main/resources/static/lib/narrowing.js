// lib/narrowing.js – what a list of cases may be narrowed by, with the same names in the page's address and in the
// server's; and which chips say so. Pure.

/** Several values, with commas. */
export const LISTS = ['state', 'light', 'source', 'opened', 'action', 'request']

/** True or false. */
export const FLAGS = ['late', 'assigned', 'inGrid', 'verified', 'missed', 'exempt', 'appealed', 'selfHandled', 'extended', 'suspended', 'returned',
  'returnDenied', 'rejected', 'rework', 'reopened', 'suspected', 'several', 'recurring', 'keptLimit', 'standing', 'actedFirst', 'actedLate']

/** From a day or an instant to another, each pair under one name. */
export const PERIODS = [['from', 'to', 'reported'], ['filedFrom', 'filedTo', 'filed'], ['dispatchedFrom', 'dispatchedTo', 'dispatched'],
  ['dueFrom', 'dueTo', 'due'], ['handledFrom', 'handledTo', 'handled'], ['closedFrom', 'closedTo', 'closed'], ['actedFrom', 'actedTo', 'acted'],
  ['toHandleFrom', 'toHandleTo', 'toHandle'], ['toCloseFrom', 'toCloseTo', 'toClose'],
  ['dueHandledFrom', 'dueHandledTo', 'dueHandled'], ['dueClosedFrom', 'dueClosedTo', 'dueClosed'], ['stageFrom', 'stageTo', 'stage']]

const TEXTS = ['division', 'grid', 'cell', 'kind', 'class', 'component', 'unit', 'channel', 'reporter', 'finder', 'actor', 'actedUnit', 'receiver', 'stage', 'stageReceiver', 'master', 'text', 'supervised', 'stuck']

/** Every narrowing, and with it the queue and the order. */
export const FILTERS = ['queue', ...LISTS, ...TEXTS, ...FLAGS, ...PERIODS.flatMap(([from, to]) => [from, to]), 'sort']

/** The order of a list nobody has ordered: what is open by its deadline, all cases the newest first. */
export const orderOf = ({ queue, sort }) => sort || (queue === 'all' ? '-reportedAt' : 'due')

/** What a point of the map can be judged by; anything else only the server knows. */
const ON_POINTS = new Set(['queue', 'sort', 'state', 'light', 'class', 'grid'])

export const given = filter => Object.keys(filter).filter(name => filter[name]?.length)

/** Whether the list is narrowed at all. */
export const narrowed = filter => given(filter).some(name => name !== 'queue' && name !== 'sort')

/** Whether the map's points alone can tell which cases the filter lets through. */
export const pointsKnow = filter => filter.queue !== 'all' && given(filter).every(name => ON_POINTS.has(name))

/** The points the filter lets through, as far as a point tells. */
export const visiblePoints = (points, { queue, state, light, class: thing, grid }) => points.filter(point =>
  (queue !== 'mine' || point.mine)
  && (!state?.length || [state].flat().includes(point.state))
  && (!light?.length || [light].flat().includes(point.light))
  && (!thing || point.classCode.startsWith(thing))
  && (!grid || point.dutyGridCode === grid))

/**
 * What is shown as chips: each name with its value, a period as one. Taking a chip out empties all of its names.
 * @returns {{name: string, names: string[], values: string[]}[]}
 */
export const chipsOf = filter => {
  const periods = PERIODS.filter(([from, to]) => filter[from] || filter[to])
    .map(([from, to, name]) => ({ name: `period.${name}`, names: [from, to], values: [filter[from] ?? '', filter[to] ?? ''] }))
  const others = ['state', ...TEXTS.filter(name => name !== 'text'), 'source', 'opened', 'action', 'request', ...FLAGS, 'text']
    .filter(name => filter[name]?.length)
    .map(name => ({ name, names: [name], values: [filter[name]].flat() }))
  return [...others, ...periods]
}
