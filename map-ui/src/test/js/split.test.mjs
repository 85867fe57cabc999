// Throughput split by source, class, place or department.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { staticFile } from './places.mjs'

const { daysOf, evaluationOf, measureOf } = await import(staticFile('lib/split.js'))

const FOUND = { dates: ['2026-10-01', '2026-10-02'], items: [{ key: 'a', days: { reported: [3, 4], handled: [1, 2] } }, { key: 'b' }] }

test('one item becomes days of the chart', () => {
  assert.deepEqual(daysOf(FOUND, 'a'), [{ date: '2026-10-01', reported: 3, handled: 1 }, { date: '2026-10-02', reported: 4, handled: 2 }])
})

test('those without days have none', () => {
  assert.equal(daysOf(FOUND, 'b'), null)
  assert.equal(daysOf(FOUND, 'c'), null)
})

test('departments are measured by what they handled', () => assert.deepEqual(['unit', 'class'].map(measureOf), ['handled', 'reported']))

test('grids, communities and departments have an evaluation', () => {
  assert.equal(evaluationOf('unit', 'a b'), '/board/evaluation/?of=department&key=a%20b')
  assert.equal(evaluationOf('class', '0101'), null)
})
