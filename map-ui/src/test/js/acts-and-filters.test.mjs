// What an offered act needs, and what a filter looks like in the page's address.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { staticFile } from './places.mjs'

const { filled, missing, offerOf, proposedValues } = await import(staticFile('lib/offers.js'))
const { readFilter, toggled, writeFilter } = await import(staticFile('lib/address.js'))
const { matching } = await import(staticFile('lib/matching.js'))
const { fill } = await import(staticFile('lib/i18n.js'))
const { safeBack } = await import(staticFile('lib/session.js'))
const { withQuery } = await import(staticFile('lib/http.js'))

const DISPATCH = { action: 'DISPATCH', key: 'D', needs: ['unit', 'opinion?'] }

test('the proposed unit is already chosen, so that nothing is missing', () => {
  const values = proposedValues(DISPATCH, { proposedUnit: { code: 'U01' } })
  assert.equal(values.unitCode, 'U01')
  assert.deepEqual(missing(DISPATCH, values), [])
})

test('without a proposal the unit is missing, a wished opinion is not', () =>
  assert.deepEqual(missing(DISPATCH, proposedValues(DISPATCH, {})), ['unit']))

test('the reported condition is preselected only while the class still has it', () => {
  const offer = { needs: ['condition'] }
  assert.equal(proposedValues(offer, { conditionId: 'c1', conditions: [{ id: 'c1' }, { id: 'c2' }] }).conditionId, 'c1')
  assert.equal(proposedValues(offer, { conditionId: 'old', conditions: [{ id: 'c1' }, { id: 'c2' }] }).conditionId, '')
})

test('empty values are not sent', () => assert.deepEqual(filled({ unitCode: 'U01', opinion: '', photoIds: [] }), { unitCode: 'U01' }))

test('a key finds its act in either case', () => {
  assert.equal(offerOf([DISPATCH], 'd'), DISPATCH)
  assert.equal(offerOf([DISPATCH], 'x'), null)
})

test('a filter survives the address', () => {
  const filter = { queue: 'open', state: ['TO_FILE', 'TO_DISPATCH'], text: '井盖 01' }
  const address = writeFilter('/desk/', filter, '2026-11-23-0001')
  assert.deepEqual(readFilter(new URL(address, 'http://town').search, ['queue', 'state', 'text']), filter)
  assert.match(address, /case=2026-11-23-0001/)
})

test('a light is chosen, and taken out by choosing it again', () => {
  assert.equal(toggled('red', 'yellow'), 'yellow')
  assert.equal(toggled('red', 'red'), '')
})

test('a class is found by code and by words of either language', () => {
  const things = [{ code: '0101', name: { zh: '上水井盖', en: 'Water cover' }, major: { zh: '公用设施', en: 'Utilities' } }, { code: '0137', name: { zh: '路灯', en: 'Street light' }, major: { zh: '公用设施', en: 'Utilities' } }]
  for (const words of ['0137', '路灯', 'light', 'LIGHT ']) assert.equal(matching(things, words)[0].code, '0137')
  assert.deepEqual(matching(things, ''), [])
  assert.equal(matching([{ code: '0120', name: { zh: '路灯井盖', en: 'Light cover' } }, ...things], '路灯')[0].code, '0137')
})

test('one and many differ in English', () => {
  assert.equal(fill('{n} {n|case|cases}', { n: 1 }), '1 case')
  assert.equal(fill('{n} {n|case|cases}', { n: 3 }), '3 cases')
})

test('going back never leaves this server', () => {
  assert.equal(safeBack('/desk/?case=1'), '/desk/?case=1')
  for (const evil of ['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', null]) assert.equal(safeBack(evil), null)
})

test('empty parameters are left out', () => assert.equal(withQuery('/api/cases', { queue: 'mine', state: [], text: '', light: ['red', 'yellow'] }), '/api/cases?queue=mine&light=red%2Cyellow'))
