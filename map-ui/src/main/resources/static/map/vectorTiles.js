// map/vectorTiles.js – a Leaflet layer that draws our own vector tiles on canvas and can say what lies at a point.

import * as L from 'leaflet'
import Pbf from 'pbf'
import { readTile } from '../lib/mvt.js'

/** Tiles wait behind the cases: on one machine all of them share a handful of connections. */
const fetchTile = address =>
  fetch(address, { credentials: 'same-origin', priority: 'low' })
    .then(answer => (answer.ok && answer.status !== 204 ? answer.arrayBuffer() : null))
    .then(bytes => (bytes?.byteLength ? readTile(new Pbf(new Uint8Array(bytes))) : {}))

const canvasOf = side => {
  const canvas = L.DomUtil.create('canvas', 'leaflet-tile')
  const ratio = Math.min(2, globalThis.devicePixelRatio || 1)
  canvas.width = canvas.height = side * ratio
  const pen = canvas.getContext('2d')
  pen.scale(ratio, ratio)
  return { canvas, pen }
}

const toPixels = (feature, scale) => feature.lines.map(line => line.map(([x, y]) => [x * scale, y * scale]))

const Layer = L.GridLayer.extend({
  initialize(template, draw, options) {
    this.template = template
    this.draw = draw
    this.tilesRead = new Map()
    L.setOptions(this, { updateWhenZooming: false, ...options })
    this.on('tileunload', ({ coords }) => this.tilesRead.delete(this._tileCoordsToKey(coords)))
  },

  createTile(coords, done) {
    const { canvas, pen } = canvasOf(this.getTileSize().x)
    fetchTile(L.Util.template(this.template, coords))
      .then(layers => {
        const features = Object.entries(layers).flatMap(([layer, { extent, features }]) =>
          features.map(feature => ({ ...feature, layer, pixels: toPixels(feature, this.getTileSize().x / extent) })))
        this.tilesRead.set(this._tileCoordsToKey(coords), { coords, features })
        this.draw(pen, features, coords.z)
        done(null, canvas)
      })
      .catch(reason => done(reason, canvas))
    return canvas
  },

  /** The point feature nearest to a place, within some pixels; null when there is none. */
  nearest(latlng, reach = 10) {
    if (!this._map || this._tileZoom === undefined) return null
    const at = this._map.project(latlng, this._tileZoom)
    const side = this.getTileSize().x
    let best = { distance: reach, feature: null }
    for (const { coords, features } of this.tilesRead.values()) {
      if (coords.z !== this._tileZoom) continue
      for (const feature of features) {
        if (feature.type !== 1) continue
        const [x, y] = feature.pixels[0][0]
        const distance = Math.hypot(coords.x * side + x - at.x, coords.y * side + y - at.y)
        if (distance < best.distance) best = { distance, feature }
      }
    }
    return best.feature
  },
})

/**
 * @param {string} template such as "/tiles/cells/{z}/{x}/{y}.mvt"
 * @param {(pen: CanvasRenderingContext2D, features: object[], zoom: number) => void} draw
 */
export const vectorTiles = (template, draw, options) => new Layer(template, draw, options)
