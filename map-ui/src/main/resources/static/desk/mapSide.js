// desk/mapSide.js – the map of the desk: shows what the state says, tells what the reader points at.

import { gridOutlines } from '../server/town.js'
import { withGrid } from '../lib/inside.js'
import { pointsKnow, visiblePoints } from '../lib/narrowing.js'
import { cellLayer, componentLayer, streetLayer } from '../map/baseLayers.js'
import { caseLayer } from '../map/caseLayer.js'
import { gridLayer } from '../map/gridLayer.js'
import { townMap } from '../map/townMap.js'

/** Narrowed by what only the server knows, or through all cases, the map shows the first five hundred of the list. */
const pointsOf = ({ filter, points, onMap }, areas) =>
  (pointsKnow(filter) ? visiblePoints(filter.grid ? withGrid(points, areas) : points, filter) : (onMap ?? []).map(item => ({ ...item, mine: item.myTurn })))

export const mapSide = (element, town) => {
  const map = townMap(element, town)
  const [streets, cells, components, cases] = [streetLayer(), cellLayer(), componentLayer(), caseLayer()]
  for (const layer of [streets, cells, components, cases]) layer.addTo(map)
  let grids = null
  let areas = { features: [] }
  gridOutlines().then(outlines => {
    areas = outlines
    grids = gridLayer(outlines).addTo(map)
    if (outlines.features.length) map.fitBounds(grids.allBounds())
  }, reason => console.warn('no duty grids:', reason.message))

  const showWhole = () => (town.extent ? map.fitBounds([[town.extent[1], town.extent[0]], [town.extent[3], town.extent[2]]]) : grids && map.fitBounds(grids.allBounds()))

  return {
    map,
    /** The map takes what the state says. */
    show: state => {
      const points = pointsOf(state, areas)
      cases.show({ points: withChosen(points, state), chosen: state.chosen, hovered: state.hovered ?? state.cursor, pulses: state.pulses })
      grids?.choose(state.filter.grid || state.detail?.dutyGridCode)
    },
    /** Brings a place into view without moving when it is already well inside. */
    reveal: ({ lon, lat }) => {
      map.panInside([lat, lon], { padding: [80, 80] })
    },
    componentAt: latlng => (map.getZoom() >= 15 ? components.nearest(latlng)?.properties.code ?? null : null),
    repaint: () => {
      grids?.repaint()
      for (const layer of [streets, cells, components]) layer.redraw()
      cases.draw()
    },
    refit: () => map.invalidateSize({ animate: false, pan: false }),
    showWhole,
    focus: () => map.getContainer().focus(),
  }
}

/** A chosen case is on the map even when it is closed or the filter leaves it out. */
const withChosen = (points, { chosen, detail }) =>
  (detail && detail.number === chosen && !points.some(({ number }) => number === chosen)
    ? [...points, { ...detail, mine: detail.myTurn }] : points)
