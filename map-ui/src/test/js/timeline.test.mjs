import assert from 'node:assert/strict'
import { test } from 'node:test'
import { barOf, monthsOf, percentAt, spanOf } from '../../main/resources/static/lib/timeline.js'

const now = Date.parse('2026-06-15T00:00:00Z')

test('the line holds today and all duties of the near past and future', () => {
  const span = spanOf([{ from: '2000-01-01T00:00:00Z' }, { from: '2026-09-01T00:00:00Z', to: '2026-12-01T00:00:00Z' }], now)
  assert.ok(span.start < now && span.end > Date.parse('2026-12-01T00:00:00Z'))
  assert.ok(span.start > Date.parse('2026-01-01T00:00:00Z'), 'a start long ago does not stretch it')
})

test('an open duty reaches the end, one of long ago begins at the left', () => {
  const span = spanOf([], now)
  const { left, width, open } = barOf(span, { from: '2000-01-01T00:00:00Z' })
  assert.deepEqual([left, width, open], [0, 100, true])
  assert.ok(percentAt(span, now) > 0 && percentAt(span, now) < 100)
})

test('months are marked, thinned when there are many', () => {
  const year = { start: Date.parse('2026-01-15'), end: Date.parse('2028-01-15') }
  assert.ok(monthsOf(year).length <= 8)
  assert.equal(new Date(monthsOf(year)[0]).toISOString().slice(0, 10), '2026-02-01')
})
