// lib/series.js – what the throughput figures say: days filled up, the climb, the rate on time.

import { shiftDay } from './time.js'

const mean = numbers => (numbers.length ? numbers.reduce((sum, n) => sum + n, 0) / numbers.length : 0)
const EMPTY = { reported: 0, filed: 0, handled: 0, closed: 0, onTime: 0 }

/** Every day from the first to the last, those without figures as zeros. */
export const everyDay = (figures, from, to) => {
  const known = new Map(figures.map(figure => [figure.date, figure]))
  const days = []
  for (let date = from; date <= to; date = shiftDay(date, 1)) days.push({ ...EMPTY, ...known.get(date), date })
  return days
}

/** Handled in time of all handled, 0–1; null when none was handled. */
export const onTimeRate = ({ handled, onTime }) => (handled ? Math.min(1, onTime / handled) : null)

/** Mean handled a day in the first and in the last week, rounded for show; the last day is still running and left out. */
export const climb = (days, span = 7) => {
  const start = days.findIndex(({ handled }) => handled > 0)
  const whole = start < 0 ? [] : days.slice(start, -1)
  if (whole.length < span * 2) return null
  const [first, last] = [whole.slice(0, span), whole.slice(-span)]
  const [from, to] = [mean(first.map(day => day.handled)), mean(last.map(day => day.handled))]
  return { from: Math.round(from), to: Math.round(to), fromDate: first[3].date, toDate: last[3].date }
}

/** Points of a sparkline in a box, as an SVG polyline wants them. */
export const sparkline = (numbers, width, height) => {
  const top = Math.max(1, ...numbers)
  const step = numbers.length > 1 ? width / (numbers.length - 1) : 0
  return numbers.map((n, i) => `${(i * step).toFixed(1)},${(height - (n / top) * height).toFixed(1)}`).join(' ')
}
