// Which published results a department or a collector sees of itself.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { staticFile } from './places.mjs'

const { newest } = await import(staticFile('lib/ownResults.js'))

test('published ones in their newest version, the latest period first', () => {
  const items = [
    { id: 'a', period: '2026-08', publishedAt: '2026-09-02T00:00:00Z', superseded: false },
    { id: 'b', period: '2026-10', publishedAt: '2026-11-02T00:00:00Z', superseded: false },
    { id: 'c', period: '2026-10', publishedAt: '2026-11-01T00:00:00Z', superseded: true },
    { id: 'd', period: '2026-11', superseded: false },
  ]
  assert.deepEqual(newest(items, 6).map(({ id }) => id), ['b', 'a'])
})

test('no more than asked for', () => {
  const items = ['2026-01', '2026-03', '2026-02'].map(period => ({ period, publishedAt: 'x', superseded: false }))
  assert.deepEqual(newest(items, 2).map(({ period }) => period), ['2026-03', '2026-02'])
})
