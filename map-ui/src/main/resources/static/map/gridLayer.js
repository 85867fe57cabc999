// map/gridLayer.js – outlines of the duty grids, each with its number; the chosen one stands out.

import * as L from 'leaflet'
import { gridNumber } from '../lib/gridNumber.js'
import { local } from '../lib/i18n.js'
import { token } from '../lib/theme.js'

const label = text => {
  const mark = document.createElement('span')
  mark.textContent = text
  return L.divIcon({ html: mark, className: 'grid-label', iconSize: [32, 20] })
}

const look = chosen => ({
  color: token(chosen ? '--accent' : '--map-grid'), weight: chosen ? 3 : 1.25, opacity: 0.9,
  fill: true, fillColor: token('--accent'), fillOpacity: chosen ? 0.06 : 0,
})

/** @param {GeoJSON.FeatureCollection} outlines properties: code, number, name */
export const gridLayer = outlines => {
  const labels = L.layerGroup()
  const shapes = L.geoJSON(outlines, {
    style: () => look(false),
    interactive: false,
    onEachFeature: ({ properties }, shape) => {
      const mark = L.marker(shape.getBounds().getCenter(), { icon: label(gridNumber(properties.number)), interactive: false, keyboard: false, pane: 'shadowPane' })
      mark.options.title = local(properties.name)
      labels.addLayer(mark)
    },
  })
  const layer = L.layerGroup([shapes, labels])
  let chosenCode = null
  layer.choose = code => {
    chosenCode = code
    shapes.eachLayer(shape => shape.setStyle(look(Boolean(code) && shape.feature.properties.code === code)))
  }
  layer.repaint = () => layer.choose(chosenCode)
  layer.boundsOf = code =>
    shapes.getLayers().find(shape => shape.feature.properties.code === code)?.getBounds() ?? null
  layer.allBounds = () => shapes.getBounds()
  return layer
}
