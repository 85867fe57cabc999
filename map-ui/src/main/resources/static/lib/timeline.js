// lib/timeline.js – where duties stand on a line of days, in percent. Pure.

const DAY = 86_400_000

/** From the first day worth showing to some weeks ahead. @returns {{start: number, end: number}} instants */
export const spanOf = (duties, now = Date.now(), weeks = 8) => {
  const edges = duties.flatMap(({ from, to }) => [from, to]).filter(Boolean).map(edge => Date.parse(edge))
  const near = edges.filter(edge => edge > now - 365 * DAY && edge < now + 730 * DAY)
  return { start: Math.min(now - weeks * 7 * DAY / 2, ...near) - 3 * DAY, end: Math.max(now + weeks * 7 * DAY, ...near) + 3 * DAY }
}

export const percentAt = ({ start, end }, instant) => Math.min(100, Math.max(0, ((instant - start) / (end - start)) * 100))

/** @returns {{left: number, width: number, open: boolean}} */
export const barOf = (span, { from, to }) => {
  const left = percentAt(span, Date.parse(from))
  const right = to ? percentAt(span, Date.parse(to)) : 100
  return { left, width: Math.max(0.6, right - left), open: !to }
}

/** The first days of months within the span, thinned to at most `most`. */
export const monthsOf = ({ start, end }, most = 8) => {
  const first = new Date(start)
  const months = []
  for (let at = Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 1); at < end;) {
    months.push(at)
    const date = new Date(at)
    at = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1)
  }
  const step = Math.ceil(months.length / most)
  return months.filter((_, i) => i % step === 0)
}
