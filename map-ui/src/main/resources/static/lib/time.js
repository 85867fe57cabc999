// lib/time.js – instants shown in the town's zone, and time left in words.

import { language, locale } from './i18n.js'

const formats = new Map()
const format = (zone, shape) => {
  const key = `${locale()}|${zone}|${JSON.stringify(shape)}`
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat(locale(), { timeZone: zone, hourCycle: 'h23', ...shape }))
  return formats.get(key)
}

const CLOCK = { hour: '2-digit', minute: '2-digit' }

/** 14:05 */
export const clock = (instant, zone) => format(zone, CLOCK).format(new Date(instant))

/** 2026-11-23, the day in the zone; the same in both languages. */
export const day = (instant, zone) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(new Date(instant))

/** 11-23 14:05, or 14:05 when it is today. */
export const moment = (instant, zone, now = Date.now()) => {
  const date = day(instant, zone)
  return date === day(now, zone) ? clock(instant, zone) : `${date.slice(5)} ${clock(instant, zone)}`
}

/** 2026-11-23 14:05 */
export const fullMoment = (instant, zone) => `${day(instant, zone)} ${clock(instant, zone)}`

const WORDS = {
  zh: { day: ' 天', hour: ' 小时', minute: ' 分', none: '不到 1 分', gap: ' ' },
  en: { day: ' d', hour: ' h', minute: ' min', none: 'under 1 min', gap: ' ' },
}

/** "1 h 20 min", "3 d 4 h": the two largest units, rounded down; the sign is left out. */
export const duration = minutes => {
  const words = WORDS[language()]
  const whole = Math.floor(Math.abs(minutes))
  const [days, hours, rest] = [Math.floor(whole / 1440), Math.floor((whole % 1440) / 60), whole % 60]
  const parts = [[days, words.day], [hours, words.hour], [rest, words.minute]]
  const first = parts.findIndex(([n]) => n > 0)
  if (first < 0) return words.none
  return parts.slice(first, first + 2).filter(([n]) => n > 0).map(([n, word]) => n + word).join(words.gap)
}

/** Clock time of a limit: hours and minutes, never days, for a work day is no day. */
export const workTime = minutes => {
  const words = WORDS[language()]
  const [hours, rest] = [Math.floor(minutes / 60), Math.floor(minutes % 60)]
  return [[hours, words.hour], [rest, words.minute]].filter(([n]) => n > 0).map(([n, word]) => n + word).join(words.gap) || `0${words.minute}`
}

/** Minutes from now to the instant; negative when it has passed. */
export const minutesUntil = (instant, now = Date.now()) => (new Date(instant) - now) / 60_000

/** "还剩 1 小时 20 分" / "1 h 20 min left", "超时 2 天" / "2 d late". */
export const timeLeft = minutes => {
  const span = duration(minutes)
  if (language() === 'en') return minutes < 0 ? `${span} late` : `${span} left`
  return minutes < 0 ? `超时 ${span}` : `还剩 ${span}`
}

/** How far the zone is ahead of UTC at an instant, in milliseconds. */
const offset = (instant, zone) => {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric',
    hour: 'numeric', minute: 'numeric', second: 'numeric',
  }).formatToParts(instant)
  const at = type => Number(parts.find(part => part.type === type).value)
  const wall = Date.UTC(at('year'), at('month') - 1, at('day'), at('hour'), at('minute'), at('second'))
  return wall - Math.floor(instant / 1000) * 1000
}

/** The instant of a wall-clock text ("2026-11-23T14:05") in the zone, as ISO-8601 UTC. */
export const instantOf = (wallClock, zone) => {
  const wall = Date.parse(`${wallClock}${/T\d\d:\d\d$/.test(wallClock) ? ':00' : ''}Z`)
  const first = wall - offset(wall, zone)
  return new Date(wall - offset(first, zone)).toISOString()
}

/** The wall clock of an instant in the zone, as an input of type datetime-local wants it. */
export const wallClock = (instant, zone) => `${day(instant, zone)}T${clock(instant, zone)}`

/** A day moved by some days: "2026-11-23", -1 → "2026-11-22". */
export const shiftDay = (date, days) =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
