// oversight/overviewMap.js – the map beside the lists: what the shown list holds, each by its light.

import { gridOutlines } from '../server/town.js'
import { cellLayer, componentLayer, streetLayer } from '../map/baseLayers.js'
import { caseLayer } from '../map/caseLayer.js'
import { gridLayer } from '../map/gridLayer.js'
import { townMap } from '../map/townMap.js'

/** The cases of the shown list that have a place; the red and yellow ones bring it, the others lie among the map's points. Pure. */
export const listedPoints = ({ tab, watch, stuck, chases, reason, points, detail, chosen }) => {
  const found = tab === 'watch' ? (watch ?? [])
    : tab === 'stuck' ? among(points, (stuck ?? []).filter(({ why }) => reason === 'any' || why.some(one => one.reason === reason)))
    : among(points, chases ?? [])
  const missing = chosen && detail?.number === chosen && !found.some(({ number }) => number === chosen)
  return missing ? [...found, detail] : found
}

const among = (points, items) => {
  const wanted = new Set(items.map(({ number }) => number))
  return points.filter(({ number }) => wanted.has(number))
}

export const overviewMap = (element, town) => {
  const map = townMap(element, town)
  const [streets, cells, components, cases] = [streetLayer(), cellLayer(), componentLayer(), caseLayer()]
  for (const layer of [streets, cells, components, cases]) layer.addTo(map)
  let grids = null
  gridOutlines().then(outlines => {
    grids = gridLayer(outlines).addTo(map)
    if (outlines.features.length) map.fitBounds(grids.allBounds())
  }, reason => console.warn('no duty grids:', reason.message))
  return {
    show: state => {
      cases.show({ points: listedPoints(state), chosen: state.chosen, hovered: state.hovered })
      grids?.choose(state.part?.of.grid ?? state.detail?.dutyGridCode)
    },
    reveal: ({ lon, lat }) => { if (lon !== undefined) map.panInside([lat, lon], { padding: [60, 60] }) },
    repaint: () => {
      grids?.repaint()
      for (const layer of [streets, cells, components]) layer.redraw()
      cases.draw()
    },
    refit: () => map.invalidateSize({ animate: false, pan: false }),
  }
}
