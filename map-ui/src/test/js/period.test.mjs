// Periods of evaluation and the ones beside them.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { staticFile } from './places.mjs'

const { casesOf, firstDay, lastPeriods, periodAt, shifted, shiftedRange, spanOf } = await import(staticFile('lib/period.js'))

const CASES = [
  // day, span, code, one later, one earlier, first day
  ['2026-10-05', 'day', '2026-10-05', '2026-10-06', '2026-10-04', '2026-10-05'],
  ['2026-12-31', 'day', '2026-12-31', '2027-01-01', '2026-12-30', '2026-12-31'],
  ['2026-10-05', 'week', '2026-W41', '2026-W42', '2026-W40', '2026-10-05'],
  ['2027-01-01', 'week', '2026-W53', '2027-W01', '2026-W52', '2026-12-28'],
  ['2026-10-05', 'month', '2026-10', '2026-11', '2026-09', '2026-10-01'],
  ['2026-01-31', 'month', '2026-01', '2026-02', '2025-12', '2026-01-01'],
  ['2026-11-05', 'quarter', '2026-Q4', '2027-Q1', '2026-Q3', '2026-10-01'],
  ['2026-11-05', 'year', '2026', '2027', '2025', '2026-01-01'],
]

for (const [day, span, code, later, earlier, first] of CASES) {
  test(`${span} of ${day}`, () => {
    assert.equal(periodAt(span, day), code)
    assert.equal(spanOf(code), span)
    assert.equal(shifted(code, 1), later)
    assert.equal(shifted(code, -1), earlier)
    assert.equal(firstDay(code), first)
  })
}

test('a count opens the cases of its object', () => {
  assert.equal(casesOf('queue=all&unit={key}&from=2026-10-01', 'a b'), '/desk/?queue=all&unit=a%20b&from=2026-10-01')
  assert.equal(casesOf(undefined, 'x'), null)
})

test('a range moves by its own length', () => {
  assert.deepEqual(shiftedRange({ from: '2026-10-01', to: '2026-10-20' }, -1), { from: '2026-09-11', to: '2026-09-30' })
  assert.deepEqual(shiftedRange({ from: '2026-10-01', to: '2026-10-01' }, 1), { from: '2026-10-02', to: '2026-10-02' })
})

test('the last periods end with the one asked for', () => {
  assert.deepEqual(lastPeriods({ period: '2026-02' }, 3), [{ period: '2025-12' }, { period: '2026-01' }, { period: '2026-02' }])
  assert.deepEqual(lastPeriods({ from: '2026-10-11', to: '2026-10-20' }, 2), [{ from: '2026-10-01', to: '2026-10-10' }, { from: '2026-10-11', to: '2026-10-20' }])
})
