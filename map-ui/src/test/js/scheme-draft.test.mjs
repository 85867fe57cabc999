// A new version of a scheme: as it is written, as it is sent, as it is tried on a past month.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { staticFile } from './places.mjs'

const { draftOf, faultsOf, fewerGrades, formOf, gradesOf, isWhole, moreGrades, newPart, schemeOf, standing } = await import(staticFile('lib/schemeDraft.js'))
const { scoreOf } = await import(staticFile('lib/score.js'))

const KNOWN = {
  code: 'department', of: 'department', name: { zh: '专业部门', en: 'departments' }, validFrom: '2000-01-01',
  parts: [
    { code: 'dispatched', points: 'band', weight: 40, bands: [{ upTo: 50, points: 100 }, { points: 0 }] },
    { code: 'closing', points: 'step', weight: 60, from: 0.7, off: 1 }],
  deductions: [{ code: 'passedBuck', each: 1 }],
  grades: [{ letter: 'A', from: 90 }, { letter: 'B', from: 60 }, { letter: 'C', from: 0 }],
}

test('what is sent of an unchanged draft is the version it began as', () => {
  assert.deepEqual(formOf(draftOf(KNOWN, '2026-12-01')), {
    code: 'department', of: 'department', name: { zh: '专业部门', en: 'departments' }, validFrom: '2026-12-01',
    parts: [
      { points: 'band', weight: 40, count: 'dispatched', bands: [{ upTo: 50, points: 100 }, { upTo: null, points: 0 }] },
      { points: 'step', weight: 60, indicator: 'closing', from: 0.7, off: 1 }],
    deductions: [{ count: 'passedBuck', each: 1 }],
    grades: [90, 60, 0],
  })
})

test('a draft scores as its version does', () => {
  const indicators = new Map([['closing', { numerator: 'dueClosed', denominator: 'toClose' }]])
  const counts = { dispatched: 51, dueClosed: 6, toClose: 10, passedBuck: 2 }
  const manner = { months: 1, zeroIsFull: true }
  // bands 0, 60 marks less 10 for ten points below, less 2
  assert.equal(scoreOf(schemeOf(draftOf(KNOWN, '2026-12-01')), indicators, counts, manner).toFixed(6), '48.000000')
  assert.equal(scoreOf(KNOWN, indicators, counts, manner).toFixed(6), '48.000000')
})

test('a new part is by bands where a count was chosen, and turns a rate around that should be low', () => {
  const indicators = new Map([['rework', { better: 'low' }], ['closing', { better: 'high' }]])
  assert.deepEqual(['rework', 'closing', 'filed'].map(code => newPart(code, indicators).points), ['complement', 'rate', 'band'])
})

test('weights that do not add up to a hundred are noticed, and each part stands once', () => {
  const draft = draftOf(KNOWN, '2026-12-01')
  assert.deepEqual(faultsOf(draft), [])
  assert.equal(isWhole(draft), true)
  assert.equal(isWhole({ ...draft, parts: [{ ...draft.parts[0], weight: '30' }, draft.parts[1]] }), false)
  assert.deepEqual(faultsOf({ ...draft, parts: [draft.parts[0], { ...draft.parts[0], weight: 60 }] }), ['one.twice'])
  assert.deepEqual(faultsOf({ ...draft, parts: [] }), ['no.parts'])
})

test('grades fall from below a hundred to nought, and may be more or fewer', () => {
  const draft = draftOf(KNOWN, '2026-12-01')
  assert.deepEqual(gradesOf({ grades: ['85', '60', 0] }), [{ letter: 'A', from: 85 }, { letter: 'B', from: 60 }, { letter: 'C', from: 0 }])
  for (const grades of [['100', 60, 0], [60, 60, 0], [60, 90, 0], ['', 60, 0], [90, 60, 1]]) assert.deepEqual(faultsOf({ ...draft, grades }), ['grades.fall'], String(grades))
  assert.deepEqual(moreGrades([90, 60, 0]), [90, 60, 30, 0])
  assert.deepEqual(fewerGrades([90, 60, 30, 0]), [90, 60, 0])
})

test('a version is past, valid or to come', () => {
  assert.equal(standing({ validFrom: '2000-01-01' }, '2026-11-25'), 'standing')
  assert.equal(standing({ validFrom: '2000-01-01', until: '2026-11-24' }, '2026-11-25'), 'past')
  assert.equal(standing({ validFrom: '2000-01-01', until: '2026-11-25' }, '2026-11-25'), 'standing')
  assert.equal(standing({ validFrom: '2026-12-01' }, '2026-11-25'), 'coming')
})
