// map/caseLayer.js – open cases on one canvas over the map. Tells the map's element "case-hover", "case-pick" and
// "cluster-pick"; what is chosen, hovered or new is given to `show`.

import * as L from 'leaflet'
import { cluster } from '../lib/cluster.js'
import { rank } from '../lib/lights.js'
import { drawMark, radiusOf } from './caseMarks.js'

const PULSE = 900
const APART_FROM = 17

const Layer = L.Layer.extend({
  initialize() {
    this.points = []
    this.view = { chosen: null, hovered: null, pulses: new Map() }
    this.marks = []
  },

  onAdd(map) {
    this.canvas = L.DomUtil.create('canvas', 'case-canvas leaflet-zoom-animated', map.getPane('markerPane'))
    this.canvas.setAttribute('aria-hidden', 'true')
    map.on({ moveend: this.draw, resize: this.draw, zoomanim: this.glide, mousemove: this.point, click: this.pick, mouseout: this.leave }, this)
    this.draw()
  },

  onRemove(map) {
    map.off({ moveend: this.draw, resize: this.draw, zoomanim: this.glide, mousemove: this.point, click: this.pick, mouseout: this.leave }, this)
    this.canvas.remove()
  },

  /** @param {{points?: object[], chosen?: string, hovered?: string, pulses?: Map<string, number>}} view */
  show({ points, ...view }) {
    if (points) this.points = points
    Object.assign(this.view, view)
    this.draw()
  },

  draw() {
    const map = this._map
    if (!map) return
    const size = map.getSize()
    const ratio = globalThis.devicePixelRatio || 1
    if (this.canvas.width !== size.x * ratio || this.canvas.height !== size.y * ratio) {
      Object.assign(this.canvas, { width: size.x * ratio, height: size.y * ratio })
      Object.assign(this.canvas.style, { width: `${size.x}px`, height: `${size.y}px` })
    }
    this.corner = map.containerPointToLatLng([0, 0])
    L.DomUtil.setPosition(this.canvas, map.containerPointToLayerPoint([0, 0]))
    const pen = this.canvas.getContext('2d')
    pen.setTransform(ratio, 0, 0, ratio, 0, 0)
    pen.clearRect(0, 0, size.x, size.y)
    this.marks = this.placed(size)
    for (const mark of this.marks) drawMark(pen, mark.x, mark.y, mark.radius, mark)
    if (this.marks.some(mark => mark.pulse > 0)) requestAnimationFrame(() => this.draw())
  },

  placed(size) {
    const map = this._map
    const origin = map.getPixelBounds().min
    const seen = map.getBounds().pad(0.1)
    const inside = this.points.filter(({ lon, lat, number }) => number === this.view.chosen || seen.contains([lat, lon]))
    const alone = point => point.number === this.view.chosen
    const pixel = ({ lon, lat }) => map.project([lat, lon])
    const groups = cluster(inside.filter(point => !alone(point)), pixel, map.getZoom() >= APART_FROM ? 6 : 38)
    const chosen = cluster(inside.filter(alone), pixel)
    const now = Date.now()
    return [...groups.sort((a, b) => rank(b.light) - rank(a.light)), ...chosen]
      .map(group => this.mark(group, origin, now))
      .filter(({ x, y }) => x > -40 && y > -40 && x < size.x + 40 && y < size.y + 40)
  },

  mark(group, origin, now) {
    const { chosen, hovered, pulses } = this.view
    const has = number => group.points.some(point => point.number === number)
    const started = Math.max(...group.points.map(point => pulses.get(point.number) ?? 0))
    const pulse = started ? Math.max(0.01, (now - started) / PULSE) : 0
    return {
      ...group, x: group.x - origin.x, y: group.y - origin.y, pulse: pulse < 1 ? pulse : 0,
      radius: group.points.length > 1 ? Math.min(20, 10 + Math.log2(group.points.length)) : radiusOf(group.points[0].reportedAt, now),
      chosen: has(chosen), hovered: has(hovered), faded: Boolean(chosen) && !has(chosen) && !has(hovered),
    }
  },

  glide({ zoom, center }) {
    const scale = this._map.getZoomScale(zoom)
    const place = this._map._latLngToNewLayerPoint(this.corner, zoom, center)
    L.DomUtil.setTransform(this.canvas, place, scale)
  },

  at({ containerPoint: { x, y } }) {
    return this.marks.findLast(mark => Math.hypot(mark.x - x, mark.y - y) <= mark.radius + 5) ?? null
  },

  tell(name, detail) {
    this._map.getContainer().dispatchEvent(new CustomEvent(name, { detail, bubbles: true }))
  },

  point(event) {
    const mark = this.at(event)
    const number = mark?.points.length === 1 ? mark.points[0].number : null
    this._map.getContainer().classList.toggle('over-case', Boolean(mark))
    if (number !== this.view.hovered) this.tell('case-hover', number)
  },

  leave() {
    if (this.view.hovered) this.tell('case-hover', null)
  },

  pick(event) {
    const mark = this.at(event)
    if (!mark) return this.tell('place-pick', event.latlng)
    if (mark.points.length === 1) return this.tell('case-pick', mark.points[0].number)
    const bounds = L.latLngBounds(mark.points.map(({ lon, lat }) => [lat, lon]))
    if (this._map.getZoom() >= 19) return this.tell('case-pick', mark.points[0].number)
    this._map.fitBounds(bounds.pad(0.3), { maxZoom: Math.max(17, this._map.getZoom() + 1) })
  },
})

export const caseLayer = () => new Layer()
