// board/evaluation/placeMap.js – the places of the league on a map, in shades of one colour with letters in them; a directive for templates.

import * as L from 'leaflet'
import { AsyncDirective, directive } from 'lit-html/async-directive.js'
import { theme, token } from '../../lib/theme.js'
import { streetLayer } from '../../map/baseLayers.js'
import { townMap } from '../../map/townMap.js'

const MOST_LETTERS = 120

/** How strong the colour is, from the worst step to the best. */
const STRENGTH = [0, 0.12, 0.28, 0.46, 0.66, 0.88]

const look = (shown, chosen, hovered) => ({
  color: token(chosen || hovered ? '--accent-strong' : '--map-grid'), weight: chosen ? 4 : hovered ? 3 : 1, opacity: 0.9,
  fillColor: token('--accent'), fillOpacity: shown?.step ? STRENGTH[shown.step] : 0, dashArray: shown?.step ? null : '3 3',
})

const letter = text => {
  const mark = document.createElement('span')
  mark.textContent = text
  return L.divIcon({ html: mark, className: 'grid-label place-letter', iconSize: [48, 20] })
}

/** Pointer events, as the rows of the table have them: both come in one order, where a mouse's come later. */
const pointed = (shape, told) => {
  const { code } = shape.feature.properties
  shape.getElement().addEventListener('pointerenter', () => told.hover(code))
  shape.getElement().addEventListener('pointerleave', () => told.leave(code))
}

const draw = (place, { town, outlines, told }) => {
  const map = townMap(place, town)
  const streets = streetLayer().addTo(map)
  const letters = L.layerGroup().addTo(map)
  const shapes = L.geoJSON(outlines, { onEachFeature: ({ properties: { code } }, shape) => shape.on('click', () => told.choose(code)) }).addTo(map)
  for (const shape of shapes.getLayers()) pointed(shape, told)
  if (outlines.features.length) map.fitBounds(shapes.getBounds())
  const watch = new ResizeObserver(() => map.invalidateSize({ animate: false }))
  watch.observe(place)
  const known = new Map(shapes.getLayers().map(shape => [shape.feature.properties.code, shape]))
  const paint = (now, code) => known.get(code)?.setStyle(look(now.places.get(code), code === now.chosen, code === now.hovered))
  const write = ({ places }) => {
    letters.clearLayers()
    for (const [code, shape] of known) {
      const shown = places.get(code)
      shape.unbindTooltip()
      if (shown) shape.bindTooltip(shown.words, { sticky: true })
      if (shown?.letter && known.size <= MOST_LETTERS) L.marker(shape.getBounds().getCenter(), { icon: letter(shown.letter), interactive: false, keyboard: false }).addTo(letters)
    }
  }
  let last = null
  return {
    show: now => {
      const whole = !last || last.places !== now.places || last.theme !== now.theme
      if (whole) {
        write(now)
        for (const code of known.keys()) paint(now, code)
        if (last && last.theme !== now.theme) streets.redraw()
      } else for (const code of new Set([last.chosen, now.chosen, last.hovered, now.hovered])) paint(now, code)
      for (const name of ['chosen', 'hovered']) if (now[name] !== last?.[name]) known.get(now[name])?.bringToFront()
      if (now.chosen && now.chosen !== last?.chosen && known.has(now.chosen)) map.panInside(known.get(now.chosen).getBounds().getCenter(), { padding: [40, 40] })
      last = now
    },
    close: () => { watch.disconnect(); map.remove() },
  }
}

class PlaceMap extends AsyncDirective {
  update({ element }, [given]) {
    const now = { places: given.places, chosen: given.chosen, hovered: given.hovered, theme: theme() }
    if (this.outlines !== given.outlines) {
      this.map?.close()
      this.map = null
      this.outlines = given.outlines
      queueMicrotask(() => { this.map = draw(element, given); this.map.show(this.now) })
    }
    this.now = now
    this.map?.show(now)
  }

  render() {}

  disconnected() {
    this.map?.close()
    this.map = null
    this.outlines = undefined
  }
}

/** On an element: ${placeMap({ town, outlines, places, chosen, hovered, told })}; places: code → {step, letter, words} */
export const placeMap = directive(PlaceMap)
