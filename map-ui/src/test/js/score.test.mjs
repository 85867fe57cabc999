// How a score comes about: the examples are worked out by hand from the rules of case-dispatch's evaluation.scheme.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { staticFile } from './places.mjs'

const { gradeOf, rateOf, scoreOf, shares, stepsOf, weightsOf } = await import(staticFile('lib/score.js'))

const INDICATORS = new Map([
  ['closing', { numerator: 'dueClosed', denominator: 'toClose' }],
  ['accurate', { numerator: 'filed', less: 'voided', denominator: 'filed' }],
  ['rework', { numerator: 'rework', denominator: 'handled' }],
])
const month = zeroIsFull => ({ months: 1, zeroIsFull })
const part = (code, weight, points, more = {}) => ({ code, weight, points, ...more })

test('a rate is a quotient; what was taken off comes off above; nothing over nothing is none', () => {
  assert.equal(rateOf(INDICATORS.get('closing'), { dueClosed: 3, toClose: 4 }), 0.75)
  assert.equal(rateOf(INDICATORS.get('accurate'), { filed: 4, voided: 1 }), 0.75)
  assert.equal(rateOf(INDICATORS.get('closing'), { dueClosed: 0, toClose: 0 }), null)
})

test('rates, complements and bands weigh into one score', () => {
  const scheme = { parts: [part('dispatched', 10, 'band', { bands: [{ upTo: 50, points: 100 }, { upTo: 100, points: 90 }, { points: 0 }] }), part('closing', 30, 'rate'), part('rework', 60, 'complement')], deductions: [] }
  const counts = { dispatched: 51, dueClosed: 3, toClose: 4, rework: 1, handled: 10 }
  // 10 × 0.90 + 30 × 0.75 + 60 × 0.90
  assert.equal(scoreOf(scheme, INDICATORS, counts, month(true)), 85.5)
})

test('nothing over nothing takes full marks, or is left out and the others weigh more', () => {
  const scheme = { parts: [part('closing', 50, 'rate'), part('rework', 50, 'complement')], deductions: [] }
  const counts = { dueClosed: 1, toClose: 2, rework: 0, handled: 0 }
  assert.equal(scoreOf(scheme, INDICATORS, counts, month(true)), 75)
  assert.equal(scoreOf(scheme, INDICATORS, counts, month(false)), 50)
  assert.equal(scoreOf(scheme, INDICATORS, {}, month(false)), null)
})

test('a step takes marks off for each point below, and deductions are marks of the weights', () => {
  const scheme = { parts: [part('closing', 50, 'step', { from: 0.7, off: 1 })], deductions: [{ code: 'rework', each: 0.5 }] }
  // 10 points below: 10 of 50 marks off, 40 left; two reworks take 1: 39 of 50
  assert.ok(Math.abs(scoreOf(scheme, INDICATORS, { dueClosed: 6, toClose: 10, rework: 2 }, month(true)) - 78) < 1e-9)
})

test('a band is by the month', () => {
  const scheme = { parts: [part('dispatched', 100, 'band', { bands: [{ upTo: 50, points: 100 }, { points: 0 }] })], deductions: [] }
  assert.equal(scoreOf(scheme, INDICATORS, { dispatched: 150 }, { months: 3, zeroIsFull: true }), 100)
  assert.equal(scoreOf(scheme, INDICATORS, { dispatched: 150 }, month(true)), 0)
})

test('shares add up to the score', () => {
  const scheme = { parts: [part('closing', 30, 'rate'), part('rework', 30, 'complement'), part('accurate', 40, 'rate')], deductions: [{ code: 'passedBuck', each: 1 }] }
  const found = shares(scheme, { points: { closing: 80, rework: 60 }, deducted: { passedBuck: 3 } })
  assert.deepEqual(found.parts, [{ code: 'closing', share: 40 }, { code: 'rework', share: 30 }, { code: 'accurate', share: null }])
  assert.deepEqual(found.off, [{ code: 'passedBuck', share: 5 }])
  assert.equal(found.sum, 65)
})

test('a grade is that of the score as shown', () => {
  const grades = [{ letter: 'A', from: 90 }, { letter: 'B', from: 75 }, { letter: 'E', from: 0 }]
  assert.equal(gradeOf(89.996, grades), 'A')
  assert.equal(gradeOf(89.99, grades), 'B')
  assert.equal(gradeOf(0, grades), 'E')
  assert.equal(gradeOf(null, grades), null)
})

test('five steps between the lowest and the highest shown, the best is 5', () => {
  const shown = [0.95, 0.965, 0.975, undefined, 1]
  assert.deepEqual(shown.map(stepsOf(shown, 'high')), [1, 2, 3, null, 5])
  assert.deepEqual(shown.map(stepsOf(shown, 'low')), [5, 4, 3, null, 1])
  assert.deepEqual([1, 1].map(stepsOf([1, 1], 'high')), [5, 5])
})

test('weights add up, whatever a form holds', () => assert.equal(weightsOf([{ weight: '30' }, { weight: '' }, { weight: 70 }]), 100))
