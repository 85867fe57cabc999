// lib/period.js – periods of evaluation as codes (2026-10-05, 2026-W41, 2026-10, 2026-Q4, 2026), and the ones beside them. Pure.

export const SPANS = ['day', 'week', 'month', 'quarter', 'year']

const FORMS = [['day', /^\d{4}-\d\d-\d\d$/], ['week', /^\d{4}-W\d\d$/], ['month', /^\d{4}-\d\d$/], ['quarter', /^\d{4}-Q[1-4]$/], ['year', /^\d{4}$/]]

/** @returns {string | undefined} which span a code stands for */
export const spanOf = code => FORMS.find(([, form]) => form.test(code))?.[0]

const two = n => String(n).padStart(2, '0')
const iso = date => date.toISOString().slice(0, 10)
const at = text => new Date(`${text}T00:00:00Z`)

/** Monday of the ISO week that a day lies in. */
const monday = date => {
  const back = (date.getUTCDay() + 6) % 7
  return new Date(date.getTime() - back * 86_400_000)
}

/** The ISO week's code: the year is the one its Thursday lies in. */
const weekCode = date => {
  const thursday = new Date(monday(date).getTime() + 3 * 86_400_000)
  const first = new Date(Date.UTC(thursday.getUTCFullYear(), 0, 1))
  const week = Math.floor((thursday - first) / 86_400_000 / 7) + 1
  return `${thursday.getUTCFullYear()}-W${two(week)}`
}

/** The period of this span that a day (2026-10-05) lies in. */
export const periodAt = (span, day) => {
  const [year, month] = day.split('-')
  switch (span) {
    case 'day': return day
    case 'week': return weekCode(at(day))
    case 'quarter': return `${year}-Q${Math.ceil(Number(month) / 3)}`
    case 'year': return year
    default: return `${year}-${month}`
  }
}

/** The first day of a period. */
export const firstDay = code => {
  const year = code.slice(0, 4)
  switch (spanOf(code)) {
    case 'day': return code
    case 'week': {
      const one = monday(at(`${year}-01-04`))
      return iso(new Date(one.getTime() + (Number(code.slice(6)) - 1) * 7 * 86_400_000))
    }
    case 'quarter': return `${year}-${two(Number(code.slice(6)) * 3 - 2)}-01`
    case 'year': return `${year}-01-01`
    default: return `${code}-01`
  }
}

/** The period `by` places later, or earlier. */
export const shifted = (code, by) => {
  const span = spanOf(code)
  const date = at(firstDay(code))
  if (span === 'day') date.setUTCDate(date.getUTCDate() + by)
  else if (span === 'week') date.setUTCDate(date.getUTCDate() + 7 * by)
  else if (span === 'quarter') date.setUTCMonth(date.getUTCMonth() + 3 * by)
  else if (span === 'year') date.setUTCFullYear(date.getUTCFullYear() + by)
  else date.setUTCMonth(date.getUTCMonth() + by)
  return periodAt(span, iso(date))
}

/** The address of the cases behind a count of one object; null where a count is no list of cases. */
export const casesOf = (link, key) => (link ? `/desk/?${link.replaceAll('{key}', encodeURIComponent(key))}` : null)

const DAY = 86_400_000

/** The range of as many days that ends where this one begins, or begins where it ends. */
export const shiftedRange = ({ from, to }, by) => {
  const days = Math.round((at(to) - at(from)) / DAY) + 1
  const moved = text => iso(new Date(at(text).getTime() + by * days * DAY))
  return { from: moved(from), to: moved(to) }
}

/** The last `n` periods up to the one asked for, the earliest first: `{period}` or `{from, to}` each. */
export const lastPeriods = ({ period, from, to }, n) =>
  Array.from({ length: n }, (_, i) => i - n + 1).map(by => (period ? { period: shifted(period, by) } : shiftedRange({ from, to }, by)))

/** How a period is called: its code, or its days. */
export const periodWords = ({ period, from, to }) => period || `${from} – ${to}`
