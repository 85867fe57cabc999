// enquiries/model.js – what the page's address says, and what the figures are; pure.

import { NARROWINGS } from '../server/enquiries.js'

const TABS = ['list', 'figures']
const QUEUES = ['mine', 'open', 'all']

/** @param {string} search such as "?queue=all&kind=consult" */
export const fromAddress = search => {
  const query = new URLSearchParams(search)
  const filter = {}
  for (const name of NARROWINGS) if (query.get(name)) filter[name] = query.get(name)
  const narrowed = Object.keys(filter).length > 0
  const queue = query.get('queue')
  return {
    tab: TABS.includes(query.get('tab')) ? query.get('tab') : 'list',
    filter: { ...filter, queue: QUEUES.includes(queue) ? queue : narrowed ? 'all' : 'mine' },
    chosen: query.get('number'),
  }
}

export const toAddress = ({ tab = 'list', filter = {}, chosen = null }) => {
  const query = new URLSearchParams()
  if (tab !== 'list') query.set('tab', tab)
  for (const [name, value] of Object.entries(filter)) if (value) query.set(name, value)
  if (chosen && tab === 'list') query.set('number', chosen)
  const text = query.toString()
  return text ? `/enquiries/?${text}` : '/enquiries/'
}

/** Where a figure leads: to the list of exactly what it counts. */
export const listOf = ({ from, to }, { kind, channel, ...more }) =>
  toAddress({ filter: { queue: 'all', from, to, ...(kind && { kind }), ...(channel && { channel }), ...more } })

/** The server's line for a kind and a channel; either may be left out for the sum. */
export const lineOf = (items, kind, channel) =>
  items.find(item => (item.kind ?? '') === (kind ?? '') && (item.channel ?? '') === (channel ?? '')) ?? null

/** "96.35 %", cut rather than rounded up: 100 % means all. */
export const percent = rate =>
  (rate === undefined || rate === null ? '–' : `${(Math.floor(rate * 10_000 + 1e-9) / 100).toFixed(2)} %`)

/** Days from and to of what is often asked for. @param {string} today such as "2026-11-25" */
export const period = (name, today) => {
  const [year, month] = today.split('-').map(Number)
  const first = (y, m) => `${y}-${String(m).padStart(2, '0')}-01`
  const last = (y, m) => new Date(Date.UTC(y, m, 0)).toISOString().slice(0, 10)
  if (name === 'year') return { from: `${year}-01-01`, to: today }
  if (name === 'month') return { from: first(year, month), to: today }
  if (name === 'last.month') {
    const [y, m] = month === 1 ? [year - 1, 12] : [year, month - 1]
    return { from: first(y, m), to: last(y, m) }
  }
  return { from: new Date(Date.parse(`${today}T00:00:00Z`) - 29 * 86_400_000).toISOString().slice(0, 10), to: today }
}

/** The fields an act asks for, in this order. */
const FIELDS = { answer: 'answer', unit: 'unitCode', until: 'until', opinion: 'opinion' }
export const fieldsOf = offer =>
  (offer.needs ?? []).map(need => ({ name: need.replace(/\?$/, ''), optional: need.endsWith('?') }))
    .filter(({ name }) => FIELDS[name])
    .map(({ name, optional }) => ({ name, optional, field: FIELDS[name] }))
    .sort((a, b) => Object.keys(FIELDS).indexOf(a.name) - Object.keys(FIELDS).indexOf(b.name))

export const missingOf = (offer, values) =>
  fieldsOf(offer).filter(({ optional, field }) => !optional && !values[field]?.trim()).map(({ name }) => name)

/** What is sent: nothing empty. */
export const orderOf = (offer, values, version) => ({
  action: offer.action, version,
  ...Object.fromEntries(fieldsOf(offer).map(({ field }) => [field, values[field]?.trim()]).filter(([, value]) => value)),
})
