// lib/inside.js – which area holds a point: rings of GeoJSON polygons, counted by crossings.

const crosses = ([ax, ay], [bx, by], x, y) => (ay > y) !== (by > y) && x < ((bx - ax) * (y - ay)) / (by - ay) + ax

const oddCrossings = (ring, x, y) => ring.reduce((odd, at, i) => (crosses(at, ring[(i || ring.length) - 1], x, y) ? !odd : odd), false)

const polygonsOf = ({ type, coordinates }) => (type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : [])

/** Holes count as outside. */
export const inside = (geometry, lon, lat) =>
  polygonsOf(geometry).some(rings => rings.reduce((odd, ring) => odd !== oddCrossings(ring, lon, lat), false))

/** Points with the `dutyGridCode` of the area that holds them; those that have one keep it. */
export const withGrid = (points, outlines) => points.map(point => {
  if (point.dutyGridCode) return point
  const found = outlines.features.find(({ geometry }) => inside(geometry, point.lon, point.lat))
  return found ? { ...point, dutyGridCode: found.properties.code } : point
})
