// server/register.js – the census, and the register's components as the public collection has them.

import { get, post, withQuery } from '../lib/http.js'

const quoted = text => `'${String(text).replaceAll("'", "''")}'`

/** What a card lacks, as a condition of the collection. */
const LACKS = {
  maintainer: 'maintenanceUnit IS NULL', spec: 'spec IS NULL', dimensions: 'dimensionCount = 0', photo: 'photos = 0', address: 'address IS NULL',
  cell: 'cellCode IS NULL',
}

export const canBeListed = lack => lack in LACKS

/** CQL2 text for the chosen part of the register; '' for the whole. */
export const filterOf = ({ classCode, grid, division, owner, state, lacks }) => [
  classCode && `classCode = ${quoted(classCode)}`,
  grid && `dutyGridCode = ${quoted(grid)}`,
  division && `divisionCode LIKE ${quoted(`${division}%`)}`,
  owner && `ownerUnit = ${quoted(owner)}`,
  state && `state = ${quoted(state)}`,
  LACKS[lacks],
].filter(Boolean).join(' AND ')

const chosen = ({ classCode, grid, division, owner, state }) => ({ class: classCode, grid, division, owner, state })

export const census = (by, part) => get('/api/census', { by, ...chosen(part) })
export const takeCensus = () => post('/api/census')
export const censusFile = (by, part, f) => withQuery('/api/census/file', { by, ...chosen(part), f })
export const duplicates = (part, metres) => get('/api/census/duplicates', { ...chosen(part), state: '', metres })
export const componentFile = (part, f) => withQuery('/ogc/collections/components/items', { f, filter: filterOf(part) })

/** A page of components: {items, next}; next is an address, or null on the last page. */
export const components = async (part, next) => {
  const page = await get(next ?? withQuery('/ogc/collections/components/items', { f: 'json', limit: 50, filter: filterOf(part) }))
  const onward = page.links?.find(({ rel }) => rel === 'next')?.href
  return {
    items: page.features.map(({ properties }) => properties),
    matched: page.numberMatched,
    next: onward ? new URL(onward, location.href).pathname + new URL(onward, location.href).search : null,
  }
}
