// lib/workdays.js – which days are worked: the week with valid-from dates, and the days that differ. Dates are texts.

const millis = day => Date.parse(`${day}T00:00:00Z`)
const text = time => new Date(time).toISOString().slice(0, 10)

/** 1 is Monday, 7 is Sunday. */
export const weekday = day => ((new Date(millis(day)).getUTCDay() + 6) % 7) + 1

/** What holds on a day: the last that has begun, before all of them the first. */
export const hoursOn = (hours, day) => hours.findLast(({ validFrom }) => validFrom <= day) ?? hours[0]

export const worksByWeek = (hours, day) => hoursOn(hours, day).days.includes(weekday(day))

/** @returns {{day: string, works: boolean, name: string, differs: boolean}} */
export const dayOf = (day, hours, exceptions) => {
  const one = exceptions.get(day)
  return { day, works: one ? one.works : worksByWeek(hours, day), name: one?.name ?? '', differs: Boolean(one) }
}

/** The weeks of a month, Monday first; null where a week reaches beyond the month. */
export const weeksOf = (year, month) => {
  const first = `${year}-${String(month).padStart(2, '0')}-01`
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const cells = [...Array(weekday(first) - 1).fill(null), ...Array.from({ length: days }, (_, i) => text(millis(first) + i * 86_400_000))]
  while (cells.length % 7) cells.push(null)
  return Array.from({ length: cells.length / 7 }, (_, i) => cells.slice(i * 7, i * 7 + 7))
}

export const workDaysIn = (year, hours, exceptions) => {
  let count = 0
  for (let time = Date.UTC(year, 0, 1); time < Date.UTC(year + 1, 0, 1); time += 86_400_000) {
    if (dayOf(text(time), hours, exceptions).works) count++
  }
  return count
}

/** The days that differ once a draft is taken in; in a draft null means "as the week has it". */
export const withDraft = (exceptions, draft) => {
  const all = new Map(exceptions)
  for (const [day, one] of draft) one ? all.set(day, one) : all.delete(day)
  return all
}

/** What is sent for a draft of days and of hours. */
export const changeOf = (draft, hours, removed) => {
  const put = [...draft].filter(([, one]) => one).map(([day, { name, works }]) => ({ day, name, works }))
  const gone = [...draft].filter(([, one]) => !one).map(([day]) => day)
  return {
    ...(put.length && { exceptions: put }), ...(gone.length && { removeExceptions: gone }),
    ...(hours.length && { hours }), ...(removed.length && { removeHours: removed }),
  }
}

/** Minutes a whole day is worked by these periods. */
export const minutesOf = periods => periods.reduce((sum, { starts, ends }) => sum + (Date.parse(`1970-01-01T${ends}Z`) - Date.parse(`1970-01-01T${starts}Z`)) / 60_000, 0)
