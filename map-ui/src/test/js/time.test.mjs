// Times are shown in the town's zone, whatever zone the reader's computer is in.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { staticFile } from './places.mjs'

const { clock, day, duration, fullMoment, instantOf, minutesUntil, moment, shiftDay, timeLeft, wallClock } = await import(staticFile('lib/time.js'))
const { setLanguage } = await import(staticFile('lib/i18n.js'))
const ZONE = 'Asia/Shanghai'

test('an instant is shown on the town clock', () => {
  assert.equal(clock('2026-11-23T01:05:00Z', ZONE), '09:05')
  assert.equal(day('2026-11-23T16:30:00Z', ZONE), '2026-11-24')
  assert.equal(fullMoment('2026-11-23T16:30:00Z', ZONE), '2026-11-24 00:30')
})

test('today needs no date', () => {
  const now = Date.parse('2026-11-23T10:00:00Z')
  assert.equal(moment('2026-11-23T01:05:00Z', ZONE, now), '09:05')
  assert.equal(moment('2026-11-20T01:05:00Z', ZONE, now), '11-20 09:05')
})

test('a wall clock in the town becomes an instant and back', () => {
  assert.equal(instantOf('2026-11-24T00:30', ZONE), '2026-11-23T16:30:00.000Z')
  assert.equal(wallClock('2026-11-23T16:30:00Z', ZONE), '2026-11-24T00:30')
})

test('a wall clock is right on both sides of a summer-time change', () => {
  assert.equal(instantOf('2026-03-29T01:30', 'Europe/Berlin'), '2026-03-29T00:30:00.000Z')
  assert.equal(instantOf('2026-03-29T03:30', 'Europe/Berlin'), '2026-03-29T01:30:00.000Z')
})

test('time left is told in words of both languages', () => {
  setLanguage('zh')
  assert.equal(timeLeft(80), '还剩 1 小时 20 分')
  assert.equal(timeLeft(-2 * 1440), '超时 2 天')
  setLanguage('en')
  assert.equal(timeLeft(80), '1 h 20 min left')
  assert.equal(timeLeft(-61), '1 h 1 min late')
  setLanguage('zh')
})

test('only the two largest units are told', () => {
  assert.equal(duration(1440 + 60 + 1), '1 天 1 小时')
  assert.equal(duration(1441), '1 天')
  assert.equal(duration(0.4), '不到 1 分')
})

test('minutes to an instant are negative once it has passed', () => {
  assert.equal(minutesUntil('2026-11-23T10:00:00Z', Date.parse('2026-11-23T10:30:00Z')), -30)
})

test('days move over the ends of months', () => assert.equal(shiftDay('2026-03-01', -1), '2026-02-28'))
