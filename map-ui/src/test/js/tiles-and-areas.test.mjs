// Vector tiles' command streams, and which area holds a point.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { staticFile } from './places.mjs'

const { linesOf } = await import(staticFile('lib/mvt.js'))
const { inside, withGrid } = await import(staticFile('lib/inside.js'))

test('a point is one move', () => assert.deepEqual(linesOf([9, 50, 34]), [[[25, 17]]]))

test('a line goes on from where it stands', () => assert.deepEqual(linesOf([9, 4, 4, 18, 0, 16, 16, 0]), [[[2, 2], [2, 10], [10, 10]]]))

test('a polygon closes on its first point', () =>
  assert.deepEqual(linesOf([9, 6, 12, 18, 10, 12, 24, 44, 15]), [[[3, 6], [8, 12], [20, 34], [3, 6]]]))

const square = { type: 'Polygon', coordinates: [[[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]], [[1, 1], [2, 1], [2, 2], [1, 2], [1, 1]]] }

test('a hole is outside', () => {
  assert.equal(inside(square, 3, 3), true)
  assert.equal(inside(square, 1.5, 1.5), false)
  assert.equal(inside(square, 5, 3), false)
})

test('a point gets the code of the area that holds it and keeps one it has', () => {
  const outlines = { features: [{ properties: { code: 'G01' }, geometry: square }] }
  const [held, kept, outside] = withGrid([{ lon: 3, lat: 3 }, { lon: 3, lat: 3, dutyGridCode: 'G09' }, { lon: 9, lat: 9 }], outlines)
  assert.deepEqual([held.dutyGridCode, kept.dutyGridCode, outside.dutyGridCode], ['G01', 'G09', undefined])
})
