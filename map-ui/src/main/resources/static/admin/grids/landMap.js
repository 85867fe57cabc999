// admin/grids/landMap.js – divisions, cells and duty grids on one canvas. Tells the map's element "cells-stroke"
// {codes, how} when cells were clicked, boxed or brushed; what they look like is given to `show`.

import * as L from 'leaflet'
import { streetLayer } from '../../map/baseLayers.js'
import { gridLayer } from '../../map/gridLayer.js'
import { townMap } from '../../map/townMap.js'
import { token } from '../../lib/theme.js'

const CELL = { weight: 0.7, opacity: 0.9, fill: true }

/** @param {{inside: boolean, move?: 'in' | 'out', free: boolean, preview?: boolean}} seen */
const look = ({ inside, move, free, preview }) => {
  if (preview) return { ...CELL, color: token('--accent'), weight: 1, fillColor: token('--accent'), fillOpacity: 0.1, dashArray: null }
  if (move === 'in') return { ...CELL, color: token('--accent-strong'), weight: 2, fillColor: token('--accent'), fillOpacity: 0.5, dashArray: null }
  if (move === 'out') return { ...CELL, color: token('--danger'), weight: 2, fillColor: token('--danger'), fillOpacity: 0.12, dashArray: '4 3' }
  if (inside) return { ...CELL, color: token('--accent'), fillColor: token('--accent'), fillOpacity: 0.28, dashArray: null }
  return { ...CELL, color: token('--map-cell'), fillColor: token(free ? '--light-suspended' : '--map-cell'), fillOpacity: free ? 0.22 : 0.04, dashArray: null }
}

export const landMap = (place, town) => {
  const map = townMap(place, town)
  map.boxZoom.disable()
  streetLayer().addTo(map)
  const canvas = L.canvas({ padding: 0.3 })
  const divisions = L.geoJSON(null, { renderer: canvas, interactive: false, style: () => ({ color: token('--text-soft'), weight: 1.6, dashArray: '6 4', fill: false }) }).addTo(map)
  const cells = L.geoJSON(null, { renderer: canvas, interactive: false }).addTo(map)
  const faults = L.geoJSON(null, {
    renderer: canvas, interactive: false,
    style: () => ({ color: token('--danger'), weight: 3, fillColor: token('--danger'), fillOpacity: 0.35 }),
  }).addTo(map)
  let grids = null
  let shapes = new Map()
  let tool = 'pick'
  let dragging = null

  const tell = (name, detail) => place.dispatchEvent(new CustomEvent(name, { detail }))

  const covers = (layer, latlng) => {
    const { x, y } = map.latLngToLayerPoint(latlng)
    return layer.getBounds().contains(latlng) && layer._containsPoint?.(L.point(x, y))
  }

  const cellAt = latlng => {
    for (const [code, layer] of shapes) if (covers(layer, latlng)) return code
    return null
  }

  const cellsIn = bounds => [...shapes].filter(([, layer]) => bounds.contains(layer.getBounds().getCenter())).map(([code]) => code)

  const frame = document.createElement('div')
  frame.className = 'land-box'
  place.append(frame)

  const drawFrame = (one, other) => Object.assign(frame.style, {
    display: 'block', left: `${Math.min(one.x, other.x)}px`, top: `${Math.min(one.y, other.y)}px`,
    width: `${Math.abs(one.x - other.x)}px`, height: `${Math.abs(one.y - other.y)}px`,
  })

  map.on('click', ({ latlng, originalEvent }) => {
    if (tool !== 'pick') return
    const code = cellAt(latlng)
    if (code) tell('cells-stroke', { codes: [code], how: originalEvent.shiftKey ? 'out' : 'turn' })
  })
  map.on('mousedown', ({ containerPoint, latlng, originalEvent }) => {
    if (tool === 'pick' || originalEvent.button > 0) return
    dragging = { start: containerPoint, from: latlng, how: originalEvent.shiftKey ? 'out' : 'in', codes: new Set() }
    if (tool === 'brush') dragging.codes.add(cellAt(latlng))
  })
  map.on('mousemove', ({ containerPoint, latlng }) => {
    if (!dragging) return
    if (tool === 'box') drawFrame(dragging.start, containerPoint)
    else {
      dragging.codes.add(cellAt(latlng))
      for (const code of dragging.codes) shapes.get(code)?.setStyle(look({ move: dragging.how }))
    }
  })
  const finish = ({ latlng }) => {
    if (!dragging) return
    const { from, how, codes } = dragging
    dragging = null
    frame.style.display = 'none'
    const hit = tool === 'box' ? cellsIn(L.latLngBounds(from, latlng)) : [...codes].filter(Boolean)
    if (hit.length) tell('cells-stroke', { codes: hit, how })
  }
  map.on('mouseup', finish)

  // A finger has no mouse: it draws with the same tools.
  const touched = event => map.mouseEventToContainerPoint(event.touches[0] ?? event.changedTouches[0])
  const asMouse = (name, event) => {
    if (tool === 'pick' || event.touches.length > 1) return
    event.preventDefault()
    const containerPoint = touched(event)
    map.fire(name, { containerPoint, latlng: map.containerPointToLatLng(containerPoint), originalEvent: { button: 0, shiftKey: false } })
  }
  place.addEventListener('touchstart', event => asMouse('mousedown', event), { passive: false })
  place.addEventListener('touchmove', event => asMouse('mousemove', event), { passive: false })
  place.addEventListener('touchend', event => asMouse('mouseup', event), { passive: false })

  const load = ({ divisionOutlines, cellOutlines, gridOutlines }) => {
    divisions.clearLayers().addData(divisionOutlines)
    cells.clearLayers().addData(cellOutlines)
    shapes = new Map(cells.getLayers().map(layer => [layer.feature.properties.code, layer]))
    grids?.remove()
    grids = gridLayer({ ...gridOutlines, features: gridOutlines.features.filter(({ geometry }) => geometry) }).addTo(map)
  }

  return {
    load,
    setTool: wanted => {
      tool = wanted
      if (tool === 'pick') map.dragging.enable()
      else map.dragging.disable()
      place.classList.toggle('drawing', tool !== 'pick')
    },
    /** @param {(code: string) => Parameters<typeof look>[0]} seen */
    show: (seen, chosen) => {
      for (const [code, layer] of shapes) {
        const wanted = look(seen(code))
        const key = JSON.stringify(wanted)
        if (layer.lookKey === key) continue
        layer.lookKey = key
        layer.setStyle(wanted)
      }
      grids?.choose(chosen)
    },
    repaint: () => {
      for (const layer of shapes.values()) layer.lookKey = null
      divisions.setStyle({ color: token('--text-soft') })
    },
    toGrid: code => {
      const bounds = grids?.boundsOf(code)
      if (bounds) map.fitBounds(bounds.pad(0.25), { maxZoom: 17 })
    },
    toAll: () => {
      const bounds = divisions.getBounds()
      if (bounds.isValid()) map.fitBounds(bounds)
    },
    showFaults: features => { faults.clearLayers().addData({ type: 'FeatureCollection', features: features.filter(({ geometry }) => geometry) }) },
    toFault: ({ geometry }) => {
      if (geometry) map.fitBounds(L.geoJSON(geometry).getBounds().pad(0.6), { maxZoom: 19 })
    },
    resized: () => map.invalidateSize(),
  }
}
