// lib/split.js – throughput by source, class, place or department: its rows, and one of them as days for the chart. Pure.

/** What throughput can be split by. */
export const SPLITS = ['source', 'class', 'grid', 'community', 'unit']

/** Departments report nothing: what they handled is their measure, and what their link lists. */
export const measureOf = by => (by === 'unit' ? 'handled' : 'reported')

/** The days of one item as the chart takes them; null where the answer has none for it. */
export const daysOf = ({ dates, items }, key) => {
  const days = items.find(item => item.key === key)?.days
  return days ? dates.map((date, i) => Object.fromEntries([['date', date], ...Object.entries(days).map(([name, numbers]) => [name, numbers[i]])])) : null
}

/** Where the evaluation of one of them stands; null for what is not evaluated. */
export const evaluationOf = (by, key) => {
  const of = { grid: 'grid', community: 'community', unit: 'department' }[by]
  return of ? `/board/evaluation/?of=${of}&key=${encodeURIComponent(key)}` : null
}
