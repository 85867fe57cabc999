// A list under the pointer: values change where they stand, rows wait.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { staticFile } from './places.mjs'

const { steady } = await import(staticFile('lib/steady.js'))

const key = ({ number }) => number
const shown = [{ number: 'a', left: 3 }, { number: 'b', left: 5 }, { number: 'c', left: 9 }]

test('values are the newest, the order stays', () => {
  const { rows, waiting } = steady(shown, [{ number: 'b', left: 4 }, { number: 'a', left: 2 }, { number: 'c', left: 8 }], key)
  assert.deepEqual(rows, [{ number: 'a', left: 2 }, { number: 'b', left: 4 }, { number: 'c', left: 8 }])
  assert.ok(waiting > 0, 'that the order would be another is told')
})

test('a row that is gone stays and says so, a new one waits', () => {
  const { rows, waiting } = steady(shown, [{ number: 'n', left: 1 }, { number: 'a', left: 2 }, { number: 'c', left: 8 }], key)
  assert.deepEqual(rows.map(key), ['a', 'b', 'c'])
  assert.equal(rows[1].gone, true)
  assert.equal(waiting, 2)
})

test('nothing waits when only values changed', () => {
  assert.equal(steady(shown, shown.map(row => ({ ...row, left: 0 })), key).waiting, 0)
})
