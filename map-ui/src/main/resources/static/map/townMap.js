// map/townMap.js – the empty map of a town: paper, scale bar, its extent; no tile server is needed.

import * as L from 'leaflet'
import { calm } from '../lib/theme.js'

const boundsOf = ([west, south, east, north]) => L.latLngBounds([south, west], [north, east])

/** @param {HTMLElement} place @param {{center?: {lon: number, lat: number}, extent?: number[], basemap?: string}} town */
export const townMap = (place, town) => {
  const map = L.map(place, { zoomControl: false, attributionControl: false, maxZoom: 20, minZoom: 8, zoomSnap: 0.5, zoomAnimation: !calm(), fadeAnimation: !calm() })
  L.control.zoom({ position: 'bottomright', zoomInTitle: '＋', zoomOutTitle: '－' }).addTo(map)
  L.control.scale({ imperial: false, position: 'bottomleft' }).addTo(map)
  if (town.basemap) L.tileLayer(town.basemap, { className: 'basemap', maxZoom: 20 }).addTo(map)
  if (town.extent) map.fitBounds(boundsOf(town.extent))
  else map.setView(town.center ? [town.center.lat, town.center.lon] : [35, 104], town.center ? 14 : 8)
  return map
}
