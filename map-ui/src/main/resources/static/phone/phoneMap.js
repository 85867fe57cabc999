// phone/phoneMap.js – the map of the phone pages: town layers, me with my accuracy, marks to tap, a pin held by the middle.
// Its node is put into a page's template like any value; it sizes itself when it becomes visible.

import * as L from 'leaflet'
import { cellLayer, componentLayer, streetLayer } from '../map/baseLayers.js'
import { townMap } from '../map/townMap.js'
import { token } from '../lib/theme.js'

const at = ({ lon, lat }) => [lat, lon]
const colour = name => token(name) || '#0b6e6e'

const meLayer = () => {
  const circle = L.circle([0, 0], { radius: 1, weight: 1, opacity: 0.6, fillOpacity: 0.14, interactive: false })
  const dot = L.circleMarker([0, 0], { radius: 8, weight: 3, color: '#ffffff', fillOpacity: 1, interactive: false })
  const layer = L.layerGroup()
  return {
    layer,
    show: fix => {
      circle.setLatLng(at(fix)).setRadius(fix.accuracyMetres ?? 0).setStyle({ color: '#1257a8', fillColor: '#1257a8' })
      dot.setLatLng(at(fix)).setStyle({ fillColor: '#1257a8' })
      if (!layer.getLayers().length) layer.addLayer(circle).addLayer(dot)
    },
  }
}

const face = mark => {
  const span = document.createElement('span')
  span.textContent = mark.face
  return L.divIcon({ html: span, className: `mark mark-${mark.look ?? 'plain'}`, iconSize: [44, 44] })
}

const whole = (map, { extent, center }) => {
  if (!extent) return map.setView(at(center), 14, { animate: false })
  const [west, south, east, north] = extent
  return map.fitBounds([[south, west], [north, east]], { animate: false })
}

/** Below this zoom a thumb cannot point at a thing on the street. */
const CLOSE_ENOUGH = 15.5

/**
 * @param {{center: {lon: number, lat: number}, extent?: number[]}} town
 * @param {{label: string, pin?: boolean, still?: boolean}} options pin: the middle of the map is the chosen place; still: a picture to look at
 */
export const phoneMap = (town, { label, pin = false, still = false }) => {
  const node = document.createElement('div')
  node.className = `phone-map${still ? ' still' : ''}`
  const place = node.appendChild(document.createElement('div'))
  place.className = 'map-place'
  place.setAttribute('role', 'application')
  place.setAttribute('aria-label', label)
  const map = townMap(place, town)
  const [me, marks, outline] = [meLayer(), L.layerGroup(), L.layerGroup()]
  for (const layer of [streetLayer(), cellLayer(), componentLayer(), outline, me.layer, marks]) layer.addTo(map)
  if (still) for (const way of ['dragging', 'touchZoom', 'scrollWheelZoom', 'doubleClickZoom']) map[way].disable()

  if (pin) node.appendChild(document.createElement('span')).className = 'pin'

  let wanted = () => whole(map, town)
  let byHand = false
  for (const way of ['pointerdown', 'wheel', 'keydown']) place.addEventListener(way, () => { byHand = true })
  const watch = new ResizeObserver(([{ contentRect }]) => {
    if (!contentRect.width) return
    map.invalidateSize({ animate: false })
    if (wanted) wanted()
    wanted = null
  })
  watch.observe(place)
  /** Moves now, or as soon as the map has a size. */
  const view = move => {
    byHand = false
    if (node.isConnected && place.clientWidth) move()
    else wanted = move
  }

  return {
    node, map,
    goTo: (where, zoom) => view(() => map.setView(at(where), zoom ?? Math.max(map.getZoom(), 17), { animate: false })),
    fit: feature => view(() => map.fitBounds(L.geoJSON(feature).getBounds(), { padding: [16, 16], animate: false })),
    fitPoints: points => view(() => map.fitBounds(L.latLngBounds(points.map(at)), { padding: [40, 40], maxZoom: 18, animate: false })),
    showMe: me.show,
    showOutline: feature => {
      outline.clearLayers()
      const style = { color: colour('--accent'), weight: 3, fillColor: colour('--accent'), fillOpacity: 0.05 }
      if (feature) outline.addLayer(L.geoJSON(feature, { style, interactive: false }))
    },
    /** @param {{lon: number, lat: number, face: string, title: string, look?: string, onPick?: () => void}[]} list */
    showMarks: list => {
      marks.clearLayers()
      for (const mark of list) {
        const marker = L.marker(at(mark), { icon: face(mark), title: mark.title, alt: mark.title, interactive: Boolean(mark.onPick) })
        if (mark.onPick) marker.on('click', mark.onPick)
        marks.addLayer(marker)
      }
    },
    /** Told only when a person moved the map, never when the page did; with null while the map is too far away to point. */
    onMoved: told => map.on('moveend', () => {
      if (byHand) told(map.getZoom() >= CLOSE_ENOUGH ? { lon: map.getCenter().lng, lat: map.getCenter().lat } : null)
    }),
    close: () => { watch.disconnect(); map.remove() },
  }
}
