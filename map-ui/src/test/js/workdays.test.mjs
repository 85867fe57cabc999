// Which days are worked, as the calendar page draws them.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { staticFile } from './places.mjs'

const { changeOf, dayOf, hoursOn, minutesOf, weekday, weeksOf, withDraft, workDaysIn } = await import(staticFile('lib/workdays.js'))

const usual = { validFrom: '2014-01-01', days: [1, 2, 3, 4, 5], periods: [{ starts: '08:00', ends: '12:00' }, { starts: '14:00', ends: '18:00' }] }
const six = { ...usual, validFrom: '2026-07-01', days: [1, 2, 3, 4, 5, 6] }
const days = new Map([['2026-10-01', { works: false, name: '国庆节' }], ['2026-10-10', { works: true, name: '国庆节' }]])

test('the week begins on Monday', () => {
  assert.equal(weekday('2026-11-23'), 1)
  assert.equal(weekday('2026-11-29'), 7)
  const november = weeksOf(2026, 11)
  assert.deepEqual(november[0], [null, null, null, null, null, null, '2026-11-01'])
  assert.equal(november.length, 6)
  assert.equal(november.flat().filter(Boolean).length, 30)
  assert.equal(weeksOf(2028, 2).flat().filter(Boolean).length, 29)
})

test('the last hours that have begun hold, and before all of them the first', () => {
  assert.equal(hoursOn([usual, six], '2026-06-30'), usual)
  assert.equal(hoursOn([usual, six], '2026-07-01'), six)
  assert.equal(hoursOn([usual, six], '1999-01-01'), usual)
})

test('a holiday is off, a make-up day is on, other days are as the week has them', () => {
  assert.deepEqual(dayOf('2026-10-01', [usual], days), { day: '2026-10-01', works: false, name: '国庆节', differs: true })
  assert.equal(dayOf('2026-10-10', [usual], days).works, true)
  assert.equal(dayOf('2026-10-11', [usual], days).works, false)
  assert.equal(dayOf('2026-10-12', [usual], days).works, true)
})

test('a draft puts days and takes days out, and is sent as such', () => {
  const draft = new Map([['2026-10-01', null], ['2026-12-24', { works: false, name: '停工' }]])
  const all = withDraft(days, draft)
  assert.deepEqual([...all.keys()].sort(), ['2026-10-10', '2026-12-24'])
  assert.deepEqual(changeOf(draft, [], []), { exceptions: [{ day: '2026-12-24', works: false, name: '停工' }], removeExceptions: ['2026-10-01'] })
  assert.deepEqual(changeOf(new Map(), [six], ['2020-01-01']), { hours: [six], removeHours: ['2020-01-01'] })
})

test('work days of a year and minutes of a day are counted', () => {
  assert.equal(workDaysIn(2026, [usual], new Map()), 261)
  assert.equal(workDaysIn(2026, [usual], days), 261)
  assert.equal(minutesOf(usual.periods), 480)
})
