// phone/classes.js – finding a class fast: recent ones first, then search over all, in both languages.

import { fill, local } from '../lib/i18n.js'

export const keyOf = ({ kind, code, classCode }) => `${kind}:${code ?? classCode}`

const RECENT = 'citygrid.recent-classes'
const MOST_RECENT = 6

export const recentKeys = () => {
  try { return JSON.parse(localStorage.getItem(RECENT)) ?? [] } catch { return [] }
}

/** The key first, the others after it, no doubles. */
export const withRecent = (keys, key, most = MOST_RECENT) => [key, ...keys.filter(one => one !== key)].slice(0, most)

export const rememberClass = key => {
  try { localStorage.setItem(RECENT, JSON.stringify(withRecent(recentKeys(), key))) } catch { /* private window */ }
}

const wordsOf = thing =>
  [thing.name.zh, thing.name.en, thing.code, thing.major?.zh, thing.major?.en,
    ...(thing.conditions ?? []).flatMap(({ words }) => [words.zh, words.en])]

const rank = (thing, wanted) => {
  const names = [thing.name.zh, thing.name.en, thing.code].map(text => (text ?? '').toLowerCase())
  if (names.some(name => name.startsWith(wanted))) return 0
  if (names.some(name => name.includes(wanted))) return 1
  return wordsOf(thing).some(text => (text ?? '').toLowerCase().includes(wanted)) ? 2 : 3
}

/** Classes that match the typed text: names that begin with it, names that contain it, then their conditions. */
export const searched = (classes, text, most = 30) => {
  const wanted = text.trim().toLowerCase()
  if (!wanted) return []
  return classes
    .map((thing, place) => ({ thing, place, rank: rank(thing, wanted) }))
    .filter(found => found.rank < 3)
    .sort((a, b) => a.rank - b.rank || a.place - b.place)
    .slice(0, most)
    .map(({ thing }) => thing)
}

/** Classes by major class, in the catalogue's order: [{major, things}]. */
export const byMajor = classes => {
  const groups = new Map()
  for (const thing of classes) {
    const key = `${thing.kind}:${thing.code.slice(0, 2)}`
    if (!groups.has(key)) groups.set(key, { key, major: thing.major, things: [] })
    groups.get(key).things.push(thing)
  }
  return [...groups.values()]
}

const UNITS = {
  zh: { emergency_hour: '{n} 小时内（昼夜）', work_hour: '{n} 工作小时内', work_day: '{n} 个工作日内', calendar_day: '{n} 天内' },
  en: { emergency_hour: '{n} h, day and night', work_hour: '{n} working h', work_day: '{n} working {n|day|days}', calendar_day: '{n} {n|day|days}' },
}

/** "2 小时内（昼夜）" */
export const limitInWords = ({ value, unit }, language) => fill((UNITS[language] ?? UNITS.zh)[unit] ?? `{n} ${unit}`, { n: value })

export const nameOf = thing => local(thing?.name ?? thing?.className)
