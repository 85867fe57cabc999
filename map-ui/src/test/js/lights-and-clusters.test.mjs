// A cluster shows the worst light inside it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { staticFile } from './places.mjs'

const { cluster } = await import(staticFile('lib/cluster.js'))
const { lightNow, shape, worst } = await import(staticFile('lib/lights.js'))

test('red is worse than yellow, yellow than green, and nothing is no light', () => {
  assert.equal(worst(['green', 'red', 'yellow']), 'red')
  assert.equal(worst(['none', 'suspended', 'green']), 'green')
  assert.equal(worst([]), 'none')
})

test('a deadline that has passed is red, whatever the server said before', () => {
  const now = Date.parse('2026-11-23T10:00:00Z')
  assert.equal(lightNow({ light: 'yellow', dueAt: '2026-11-23T09:59:00Z' }, now), 'red')
  assert.equal(lightNow({ light: 'yellow', dueAt: '2026-11-23T10:01:00Z' }, now), 'yellow')
  assert.equal(lightNow({ light: 'suspended', dueAt: '2026-11-23T09:00:00Z' }, now), 'suspended')
})

test('each light has its own shape', () => {
  const shapes = ['green', 'yellow', 'red', 'suspended', 'none'].map(shape)
  assert.equal(new Set(shapes).size, shapes.length)
})

test('marks in one field become one, those apart stay apart', () => {
  const points = [{ x: 1, y: 1, light: 'green' }, { x: 11, y: 5, light: 'red' }, { x: 90, y: 5, light: 'yellow' }]
  const [near, far] = cluster(points, ({ x, y }) => ({ x, y }), 40)
  assert.equal(near.points.length, 2)
  assert.equal(near.light, 'red')
  assert.deepEqual([near.x, near.y], [6, 3])
  assert.equal(far.light, 'yellow')
})

test('no point is lost', () => {
  const points = Array.from({ length: 500 }, (_, i) => ({ x: (i * 37) % 911, y: (i * 53) % 613, light: 'green' }))
  const groups = cluster(points, ({ x, y }) => ({ x, y }))
  assert.equal(groups.flatMap(group => group.points).length, 500)
})
