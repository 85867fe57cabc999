// card/difference.js – what changed between two versions of a card, in words. Pure: words come from `say`.

const EARTH_RADIUS = 6_371_008.8
const radians = degrees => (degrees * Math.PI) / 180

const firstPoint = coordinates => (typeof coordinates?.[0] === 'number' ? coordinates : coordinates ? firstPoint(coordinates[0]) : null)

/** Metres between two positions [lon, lat]. */
export const metresBetween = ([aLon, aLat], [bLon, bLat]) => {
  const half = Math.sin(radians(bLat - aLat) / 2) ** 2
    + Math.cos(radians(aLat)) * Math.cos(radians(bLat)) * Math.sin(radians(bLon - aLon) / 2) ** 2
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(half)))
}

/** "0.8 m", "12 m", "1.4 km" */
export const metresWords = metres =>
  (metres < 10 ? `${metres.toFixed(1)} m` : metres < 1_000 ? `${Math.round(metres)} m` : `${(metres / 1_000).toFixed(1)} km`)

export const measureWords = ({ value, unit }) => [value, unit].filter(part => part !== undefined && part !== null && part !== '').join(' ')

const place = (from, to, say) => {
  if (from?.type !== 'Point' || to?.type !== 'Point') return say.word('diff.redrawn')
  return say.word('diff.moved', { metres: metresWords(metresBetween(firstPoint(from.coordinates), firstPoint(to.coordinates))) })
}

const dimensions = (from = [], to = [], say) => {
  const names = [...new Set([...from, ...to].map(({ name }) => name))]
  const find = (list, name) => list.find(one => one.name === name)
  return names
    .map(name => ({ name, from: find(from, name), to: find(to, name) }))
    .filter(({ from: was, to: is }) => !was || !is || measureWords(was) !== measureWords(is))
    .map(({ name, from: was, to: is }) => ({
      field: say.attribute(name), from: was ? measureWords(was) : null, to: is ? measureWords(is) : null,
    }))
}

const photos = (from = [], to = [], say) => {
  const added = to.filter(id => !from.includes(id)).length
  const gone = from.filter(id => !to.includes(id)).length
  return [added && say.word('diff.photos.added', { n: added }), gone && say.word('diff.photos.gone', { n: gone })].filter(Boolean).join(', ')
}

const UNITS = ['competentUnit', 'ownerUnit', 'maintenanceUnit']
/** What follows from the place is not told beside it. */
const FOLLOWS = ['cellCode', 'dutyGridCode', 'divisionCode']

/**
 * @param {{field: string, from?: any, to?: any}[]} changes as GET /api/components/{code} tells them
 * @param {{word: (key: string, values?: object) => string, unit: (code: string) => string, state: (word: string) => string, attribute: (name: string) => string}} say
 * @returns {{field: string, from: string | null, to: string | null, words?: string}[]} `words` where from and to say nothing to a person
 */
export const differences = (changes, say) => {
  const moved = changes.some(({ field }) => field === 'location')
  const value = (field, raw) => {
    if (raw === undefined || raw === null) return null
    if (UNITS.includes(field)) return say.unit(raw)
    return field === 'state' ? say.state(raw) : typeof raw === 'object' ? JSON.stringify(raw) : String(raw)
  }
  return changes.filter(({ field }) => !(moved && FOLLOWS.includes(field))).flatMap(({ field, from, to }) => {
    const name = say.word(`field.${field}`)
    if (field === 'location') return [{ field: name, from: null, to: null, words: place(from, to, say) }]
    if (field === 'dimensions') return dimensions(from ?? [], to ?? [], say)
    if (field === 'photoIds') return [{ field: name, from: null, to: null, words: photos(from ?? [], to ?? [], say) }]
    return [{ field: name, from: value(field, from), to: value(field, to) }]
  })
}
