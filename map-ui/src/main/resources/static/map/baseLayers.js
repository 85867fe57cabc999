// map/baseLayers.js – what lies still: streets, cells, components and their counts, all from our own tiles.

import { token } from '../lib/theme.js'
import { harmed, tracePath } from './symbols.js'
import { vectorTiles } from './vectorTiles.js'

const trace = (pen, lines) => {
  pen.beginPath()
  for (const line of lines) line.forEach(([x, y], i) => pen[i ? 'lineTo' : 'moveTo'](x, y))
}

const drawStreets = (pen, features, zoom) => {
  const wide = Math.max(0.6, 2 ** (zoom - 14.5))
  pen.lineCap = pen.lineJoin = 'round'
  for (const { pixels, properties } of features) {
    const main = properties.kind === 'main'
    pen.strokeStyle = token(main ? '--map-street-main' : '--map-street')
    pen.lineWidth = Math.min(main ? 22 : 12, wide * (main ? 3 : 1.6))
    trace(pen, pixels)
    pen.stroke()
  }
}

const drawCells = (pen, features) => {
  pen.strokeStyle = token('--map-cell')
  pen.lineWidth = 0.75
  for (const { pixels } of features) {
    trace(pen, pixels)
    pen.stroke()
  }
}

const drawCount = (pen, { pixels, properties }, zoom) => {
  const [x, y] = pixels[0][0]
  pen.beginPath()
  pen.arc(x, y, Math.min(9, 0.8 + Math.sqrt(properties.n ?? 1) * 2 ** (zoom - 15) * 0.55), 0, Math.PI * 2)
  pen.fill()
}

const drawComponent = (pen, { pixels, properties }, zoom) => {
  const [x, y] = pixels[0][0]
  const bad = harmed(properties.state)
  tracePath(pen, properties.cls, x, y, zoom >= 18 ? 5 : zoom >= 17 ? 3.5 : zoom >= 16 ? 2.4 : 1.2)
  pen.globalAlpha = zoom >= 16 ? 0.9 : 0.45
  pen.fill()
  pen.globalAlpha = 1
  if (!bad) return
  pen.strokeStyle = token('--disc-red')
  pen.lineWidth = 1.5
  pen.stroke()
}

const drawComponents = (pen, features, zoom) => {
  const [counted, single] = [features.filter(({ layer }) => layer === 'counts'), features.filter(({ layer }) => layer === 'components')]
  pen.fillStyle = token('--map-count')
  pen.globalAlpha = 0.16
  for (const feature of counted) drawCount(pen, feature, zoom)
  pen.globalAlpha = 1
  pen.fillStyle = token('--map-component')
  for (const feature of single) if (feature.type === 1) drawComponent(pen, feature, zoom)
}

export const streetLayer = () => vectorTiles('/tiles/streets/{z}/{x}/{y}.mvt', drawStreets, { minZoom: 11, maxNativeZoom: 16, zIndex: 1 })
export const cellLayer = () => vectorTiles('/tiles/cells/{z}/{x}/{y}.mvt', drawCells, { minZoom: 15, maxNativeZoom: 18, zIndex: 2 })
export const componentLayer = () => vectorTiles('/tiles/components/{z}/{x}/{y}.mvt', drawComponents, { minZoom: 12, maxNativeZoom: 18, zIndex: 3 })
