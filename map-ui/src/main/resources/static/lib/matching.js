// lib/matching.js – finds classes by what somebody types: a code, or words in either language.

const rankOf = (thing, query) => {
  const names = [thing.name?.zh, thing.name?.en, thing.major?.zh, thing.major?.en].map(text => (text ?? '').toLowerCase())
  if (thing.code === query || names.slice(0, 2).includes(query)) return 0
  if (thing.code.startsWith(query)) return 1
  if (names.slice(0, 2).some(name => name.startsWith(query))) return 2
  if (names.slice(0, 2).some(name => name.includes(query))) return 3
  if (names.slice(2).some(name => name.includes(query))) return 4
  return null
}

/** Best matches first; nothing for an empty query. */
export const matching = (things, text, limit = 8) => {
  const query = text.trim().toLowerCase()
  if (!query) return []
  return things
    .map(thing => ({ thing, rank: rankOf(thing, query) }))
    .filter(({ rank }) => rank !== null)
    .sort((a, b) => a.rank - b.rank || a.thing.code.localeCompare(b.thing.code))
    .slice(0, limit)
    .map(({ thing }) => thing)
}
