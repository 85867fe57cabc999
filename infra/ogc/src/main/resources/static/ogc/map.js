// ogc/map.js – draws the features that a page under /ogc speaks of; the page says all without it, too.

import * as L from 'leaflet'
import { token } from '../lib/theme.js'
import { streetLayer } from '../map/baseLayers.js'
import { townMap } from '../map/townMap.js'

const look = () => ({ color: token('--accent'), weight: 2, fillOpacity: 0.15 })
const dot = (_, place) => L.circleMarker(place, { ...look(), radius: 5, fillOpacity: 0.6 })
const address = feature => `${location.pathname.replace(/\/items.*|$/, '')}/items/${encodeURIComponent(feature.id)}?f=html`

/** The first few things that are known of a feature, as text. */
const facts = ({ properties }) => Object.entries(properties).filter(([, value]) => value !== null && typeof value !== 'object').slice(0, 6)

const popup = feature => {
  const box = document.createElement('div')
  const link = box.appendChild(document.createElement('a'))
  link.href = address(feature)
  link.textContent = feature.id
  for (const [name, value] of facts(feature)) box.appendChild(document.createElement('div')).textContent = `${name}: ${value}`
  return box
}

const asked = async path => {
  const answer = await fetch(path, { headers: { Accept: 'application/geo+json, application/json' } })
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
  return answer.json()
}

const features = async path => {
  const found = await asked(path)
  return found.type === 'Feature' ? [found] : found.features
}

const draw = async place => {
  const here = new URL(place.dataset.items, location.href)
  const [town, found] = await Promise.all([asked('/api/town').catch(() => ({})), features(here.pathname + here.search)])
  const extent = place.dataset.extent?.split(',').map(Number)
  const map = townMap(place, extent?.length === 4 ? { ...town, extent } : town)
  streetLayer().addTo(map)
  const layer = L.geoJSON(found.filter(({ geometry }) => geometry), { style: look, pointToLayer: dot })
  layer.bindPopup(({ feature }) => popup(feature)).addTo(map)
  if (layer.getBounds().isValid()) map.fitBounds(layer.getBounds(), { maxZoom: 18, padding: [24, 24] })
}

for (const place of document.querySelectorAll('.map')) draw(place).catch(() => { place.hidden = true })
