// card/cardMap.js – the component on its map, its neighbours as links, and a mark that can be dragged while editing.

import * as L from 'leaflet'
import { token } from '../lib/theme.js'
import { cellLayer, componentLayer, streetLayer } from '../map/baseLayers.js'
import { townMap } from '../map/townMap.js'

const pin = look => L.divIcon({ className: `card-pin ${look}`, iconSize: [28, 28], iconAnchor: [14, 28] })
const outline = () => ({ color: token('--accent'), weight: 3, fillOpacity: 0.08, interactive: false })

/** @param {HTMLElement} place @param {object} town */
export const cardMap = (place, town) => {
  const map = townMap(place, town)
  for (const layer of [streetLayer(), cellLayer(), componentLayer()]) layer.addTo(map)
  const [shape, near, marks] = [L.layerGroup(), L.layerGroup(), L.layerGroup()]
  for (const layer of [shape, near, marks]) layer.addTo(map)
  new ResizeObserver(() => map.invalidateSize({ animate: false })).observe(place)

  const show = (card, zoom = 18.5) => {
    shape.clearLayers()
    if (card.location?.type !== 'Point') shape.addLayer(L.geoJSON(card.location, { style: outline() }))
    shape.addLayer(L.circleMarker([card.lat, card.lon], { radius: 13, color: token('--accent'), weight: 3, fill: false, interactive: false }))
    map.setView([card.lat, card.lon], zoom, { animate: false })
  }

  return {
    map, show,
    /** @param {object[]} list components with lon, lat, code and words */
    neighbours: list => {
      near.clearLayers()
      for (const one of list) {
        const mark = L.circleMarker([one.lat, one.lon], { radius: 9, stroke: false, fillOpacity: 0.001, bubblingMouseEvents: false })
        mark.bindTooltip(one.words).on('click', () => location.assign(`/c/${one.code}`))
        near.addLayer(mark)
      }
    },
    /** Lets a person place the component: by dragging, or with a click. @param {{lon: number, lat: number} | null} from */
    place: (from, moved) => {
      marks.clearLayers()
      const tell = ({ lat, lng }) => moved({ lon: Number(lng.toFixed(7)), lat: Number(lat.toFixed(7)) })
      const put = at => {
        const mark = L.marker(at, { icon: pin('moving'), draggable: true, autoPan: true, keyboard: true })
        marks.clearLayers()
        marks.addLayer(mark.on('dragend', () => tell(mark.getLatLng())))
      }
      if (from) put([from.lat, from.lon])
      map.off('click').on('click', ({ latlng }) => { put(latlng); tell(latlng) })
    },
    still: () => { marks.clearLayers(); map.off('click') },
    /** Two places and the way between them: as registered, as proposed. */
    compare: (before, after) => {
      shape.clearLayers(); marks.clearLayers()
      if (before) shape.addLayer(L.circleMarker([before.lat, before.lon], { radius: 13, color: token('--text-soft'), weight: 3, fill: false, dashArray: '4 4', interactive: false }))
      if (after) marks.addLayer(L.marker([after.lat, after.lon], { icon: pin('proposed'), interactive: false, keyboard: false }))
      if (before && after) shape.addLayer(L.polyline([[before.lat, before.lon], [after.lat, after.lon]], { color: token('--accent'), weight: 2, dashArray: '6 5', interactive: false }))
      const points = [before, after].filter(Boolean).map(({ lon, lat }) => [lat, lon])
      if (points.length > 1) map.fitBounds(L.latLngBounds(points).pad(0.6), { maxZoom: 19, animate: false })
      else if (points.length) map.setView(points[0], 18.5, { animate: false })
    },
  }
}
