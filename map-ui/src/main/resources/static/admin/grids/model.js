// admin/grids/model.js – what the page works out by itself. Pure.

import { locale } from '../../lib/i18n.js'
import { isInside } from '../../lib/joining.js'

/** "1.234 km²" or "12,345 m²" */
export const area = squareMetres =>
  squareMetres >= 1e5
    ? `${(squareMetres / 1e6).toLocaleString(locale(), { maximumFractionDigits: 3 })} km²`
    : `${Math.round(squareMetres).toLocaleString(locale())} m²`

/** Cells by their code. @returns {Map<string, {grid?: string, areaSquareMetres: number}>} */
export const cellsByCode = ({ features }) => new Map(features.map(({ properties }) => [properties.code, properties]))

/** The target with its moves: how many cells, how much land. */
export const afterwards = (cells, joining, target) => {
  let [n, squareMetres] = [0, 0]
  for (const [code, cell] of cells) {
    if (!isInside(joining, code, cell.grid === target)) continue
    n += 1
    squareMetres += cell.areaSquareMetres
  }
  return { n, area: area(squareMetres) }
}

export const codesIn = text => text.match(/\d{15}/g) ?? []

/** The next or previous grid in the list; the first where none is chosen. */
export const stepTo = (grids, chosen, by) => {
  const at = grids.findIndex(({ code }) => code === chosen)
  return grids[at < 0 ? 0 : Math.min(grids.length - 1, Math.max(0, at + by))]?.code ?? null
}
