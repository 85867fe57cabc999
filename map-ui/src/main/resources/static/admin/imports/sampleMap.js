// admin/imports/sampleMap.js – where the first rows lie, against the town's outline.

import * as L from 'leaflet'
import { token } from '../../lib/theme.js'
import { streetLayer } from '../../map/baseLayers.js'
import { townMap } from '../../map/townMap.js'

const boundsOf = ([west, south, east, north]) => L.latLngBounds([south, west], [north, east])

/** The middle nine tenths: one place gone astray must not shrink the town to a dot. */
const middle = numbers => {
  const sorted = [...numbers].sort((a, b) => a - b)
  const cut = Math.floor(sorted.length / 20)
  return [sorted[cut], sorted[sorted.length - 1 - cut]]
}

const mostOf = places => {
  const [west, east] = middle(places.map(({ lon }) => lon))
  const [south, north] = middle(places.map(({ lat }) => lat))
  return boundsOf([west, south, east, north])
}

/** Makes the map once; `show` draws another sample on it. */
export const sampleMap = label => {
  const place = document.createElement('div')
  place.className = 'sample-map'
  place.setAttribute('role', 'img')
  let map = null
  let marks = null

  const show = (town, { sample }) => {
    const places = sample.filter(({ lon, lat }) => Number.isFinite(lon) && Number.isFinite(lat))
    place.setAttribute('aria-label', label())
    if (!map) {
      map = townMap(place, town ?? {})
      streetLayer().addTo(map)
      marks = L.layerGroup().addTo(map)
    }
    map.invalidateSize()
    marks.clearLayers()
    if (town?.extent) L.rectangle(boundsOf(town.extent), { color: token('--text-soft'), weight: 1, fill: false, interactive: false }).addTo(marks)
    for (const { lon, lat, line, faults } of places) {
      L.circleMarker([lat, lon], { radius: 4, weight: 1.5, color: token(faults?.length ? '--danger' : '--accent'), fillOpacity: 0.5 }).bindTooltip(String(line)).addTo(marks)
    }
    if (places.length) map.fitBounds(mostOf(places).pad(0.2), { maxZoom: 17, animate: false })
  }
  return { place, show }
}
