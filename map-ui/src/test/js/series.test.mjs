// The throughput figures: gaps are zeros, the climb is first week against last, a running day does not count.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { staticFile } from './places.mjs'

const { climb, everyDay, onTimeRate, sparkline } = await import(staticFile('lib/series.js'))
const { league } = await import(staticFile('lib/league.js'))

test('a day without figures is a day with zeros', () => {
  const days = everyDay([{ date: '2026-11-02', reported: 3, handled: 2 }], '2026-11-01', '2026-11-03')
  assert.deepEqual(days.map(({ date, reported }) => [date, reported]), [['2026-11-01', 0], ['2026-11-02', 3], ['2026-11-03', 0]])
})

test('the climb is the mean of the first week and of the last whole week', () => {
  const days = Array.from({ length: 30 }, (_, i) => ({ date: `2026-11-${String(i + 1).padStart(2, '0')}`, handled: i < 7 ? 100 : i < 22 ? 200 : 300 }))
  days[29].handled = 5
  assert.deepEqual(climb(days), { from: 100, to: 300, fromDate: '2026-11-04', toDate: '2026-11-26' })
})

test('two weeks are needed to speak of a climb', () => assert.equal(climb([{ date: '2026-11-01', handled: 3 }]), null))

test('a rate of nothing is no rate', () => {
  assert.equal(onTimeRate({ handled: 0, onTime: 0 }), null)
  assert.equal(onTimeRate({ handled: 4, onTime: 3 }), 0.75)
})

test('a sparkline stays in its box', () => assert.equal(sparkline([0, 10], 20, 8), '0.0,8.0 20.0,0.0'))

test('the league counts open and late cases of each grid, the latest first', () => {
  const rows = league([{ dutyGridCode: 'a', light: 'green' }, { dutyGridCode: 'b', light: 'red' }, { dutyGridCode: 'x', light: 'red' }], [{ code: 'a' }, { code: 'b' }, { code: 'c' }])
  assert.deepEqual(rows.map(({ grid, open, late }) => [grid.code, open, late]), [['b', 1, 1], ['a', 1, 0]])
})
