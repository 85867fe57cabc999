// admin/proposals/sides.js – the registered side and the proposed side of a proposal, field by field.

import { measureWords } from '../../card/difference.js'
import { attributeName, unitName } from '../../card/facts.js'
import { stateOf, t } from '../../card/words.js'
import { local } from '../../lib/i18n.js'

const placeWords = ({ lon, lat }) => `${lon.toFixed(6)}, ${lat.toFixed(6)}`
const measuresOf = (list, attributes) => (list ?? []).map(one => `${attributeName(attributes, one.name)} ${measureWords(one)}`).join('; ')

/** @returns {{field: string, from: string | null, to: string | null}[]} only what the proposal speaks of; a missing component whole */
export const differenceRows = ({ chosen, card, units, attributes, fill }) => {
  const unit = code => unitName(units.find(one => one.code === code)) || code || null
  const proposed = { ...chosen.card, ...fill }
  const rows = []
  const add = (name, from, to) => { if (from !== undefined || to !== undefined) rows.push({ field: t(`field.${name}`), from: from ?? null, to: to ?? null }) }
  if (chosen.act === 'create') add('classCode', undefined, local(chosen.className))
  if ('lon' in proposed) add('location', card && placeWords(card), placeWords(proposed))
  if (chosen.act === 'gone') add('state', card && stateOf(card.state), stateOf(proposed.state ?? 'lost'))
  else if (proposed.state) add('state', card && stateOf(card.state), stateOf(proposed.state))
  for (const name of ['spec', 'address', 'since']) if (name in proposed) add(name, card?.[name], proposed[name])
  for (const role of ['ownerUnit', 'maintenanceUnit', 'competentUnit']) if (proposed[role]) add(role, card?.[role] && unitName(card[role]), unit(proposed[role]))
  if (proposed.dimensions) add('dimensions', card && measuresOf(card.dimensions, attributes), measuresOf(proposed.dimensions, attributes))
  return rows
}
