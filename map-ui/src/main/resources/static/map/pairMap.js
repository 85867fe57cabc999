// map/pairMap.js – two places near each other on a small map, with the line between them; a directive for templates.

import * as L from 'leaflet'
import { AsyncDirective, directive } from 'lit-html/async-directive.js'
import { token } from '../lib/theme.js'
import { componentLayer, streetLayer } from './baseLayers.js'

const at = ({ lon, lat }) => [lat, lon]

const draw = (place, one, other) => {
  const map = L.map(place, { zoomControl: false, attributionControl: false, maxZoom: 20, keyboard: false, scrollWheelZoom: false, fadeAnimation: false, zoomAnimation: false })
  for (const layer of [streetLayer(), componentLayer()]) layer.addTo(map)
  L.control.scale({ imperial: false, position: 'bottomleft', maxWidth: 70 }).addTo(map)
  L.polyline([at(one), at(other)], { color: token('--text'), weight: 2, dashArray: '4 4', interactive: false }).addTo(map)
  const mark = (where, colour, title) => L.circleMarker(at(where), { radius: 8, weight: 3, color: token('--map-halo'), fillColor: colour, fillOpacity: 1 }).bindTooltip(title).addTo(map)
  mark(other, token('--text-soft'), other.number)
  mark(one, token('--accent'), one.number)
  const fit = () => map.fitBounds(L.latLngBounds([at(one), at(other)]), { padding: [28, 28], maxZoom: 19, animate: false })
  fit()
  const watch = new ResizeObserver(() => { map.invalidateSize({ animate: false }); fit() })
  watch.observe(place)
  return () => { watch.disconnect(); map.remove() }
}

class PairMap extends AsyncDirective {
  update({ element }, [one, other]) {
    const pair = `${one.number}|${other.number}`
    if (this.pair === pair) return
    this.pair = pair
    this.close?.()
    queueMicrotask(() => { this.close = draw(element, one, other) })
  }

  render() {}

  disconnected() {
    this.close?.()
    this.pair = undefined
  }
}

/** On an element: ${pairMap(one, other)} */
export const pairMap = directive(PairMap)
