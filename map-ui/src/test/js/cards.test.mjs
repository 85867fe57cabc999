// Cards: what is said of a change, what is sent of an edit, what a collector proposes.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { staticFile } from './places.mjs'

const { differences, metresWords } = await import(staticFile('card/difference.js'))
const { formOf, newCardOf, patchOf, dimensionsOf } = await import(staticFile('card/patch.js'))
const { lacking, newProposal, proposalOf } = await import(staticFile('field/proposal.js'))
const { aboutComponent, firstOpen, newDraft, reportOf } = await import(staticFile('report/draft.js'))

const say = {
  word: (key, values) => [key, ...Object.values(values ?? {})].join(' '),
  unit: code => `unit ${code}`, state: word => `state ${word}`, attribute: name => name.toUpperCase(),
}
const point = (lon, lat) => ({ type: 'Point', coordinates: [lon, lat] })
const attributes = [
  { name: 'height', type: 'number', units: ['m', 'cm'], choices: [] }, { name: 'lamps', type: 'number', units: [], choices: [] },
  { name: 'material', type: 'text', units: [], choices: [] },
]
const card = {
  code: '4406050137000001', classCode: '0137', className: { zh: '路灯', en: 'Street light' }, spec: 'LED', state: 'intact', since: '2020-01-01', lon: 113.1, lat: 23.1,
  ownerUnit: { code: 'a' }, relations: [{ role: 'owner', unit: { code: 'a' }, from: '2020-01-01' }], dimensions: [{ name: 'height', value: 9, unit: 'm' }], photos: [],
}

test('a change is told in words of people', () => {
  assert.deepEqual(differences([{ field: 'ownerUnit', from: 'a', to: 'b' }, { field: 'state', from: 'intact', to: 'lost' }, { field: 'note', to: 'x' }], say), [
    { field: 'field.ownerUnit', from: 'unit a', to: 'unit b' }, { field: 'field.state', from: 'state intact', to: 'state lost' }, { field: 'field.note', from: null, to: 'x' },
  ])
})

test('a move says how far, and not which cell followed from it', () => {
  const told = differences([{ field: 'cellCode', from: '1', to: '2' }, { field: 'location', from: point(113.1, 23.1), to: point(113.1, 23.101) }], say)
  assert.deepEqual(told.map(({ words }) => words), ['diff.moved 111 m'])
  assert.equal(differences([{ field: 'cellCode', from: '1', to: '2' }], say).length, 1)
})

test('dimensions are compared one by one', () => {
  const told = differences([{ field: 'dimensions', from: [{ name: 'height', value: 9, unit: 'm' }, { name: 'lamps', value: 1 }], to: [{ name: 'height', value: 8, unit: 'm' }, { name: 'lamps', value: 1 }, { name: 'power', value: 90, unit: 'W' }] }], say)
  assert.deepEqual(told, [{ field: 'HEIGHT', from: '9 m', to: '8 m' }, { field: 'POWER', from: null, to: '90 W' }])
})

test('distances are said as people say them', () => {
  assert.deepEqual([0.84, 12.4, 1_400].map(metresWords), ['0.8 m', '12 m', '1.4 km'])
})

test('an edit sends what differs and nothing else', () => {
  assert.equal(patchOf(card, formOf(card), attributes), null)
  assert.deepEqual(patchOf(card, { ...formOf(card), spec: '', ownerUnit: 'b', ownerFrom: '2024-05-01', reason: ' sold ' }, attributes),
    { spec: null, ownerUnit: 'b', ownerFrom: '2024-05-01', reason: 'sold' })
  assert.deepEqual(patchOf(card, { ...formOf(card), place: { lon: 113.2, lat: 23.2 } }, attributes), { lon: 113.2, lat: 23.2 })
  assert.deepEqual(patchOf(card, { ...formOf(card), dimensions: { height: { value: '8.5', unit: 'm' } } }, attributes), { dimensions: [{ name: 'height', value: 8.5, unit: 'm' }] })
})

test('numbers get the unit of their class, texts none', () => {
  assert.deepEqual(dimensionsOf({ height: { value: '9', unit: '' }, lamps: { value: '2', unit: '' }, material: { value: 'iron', unit: '' }, width: { value: ' ', unit: 'm' } }, attributes),
    [{ name: 'height', value: 9, unit: 'm' }, { name: 'lamps', value: 2 }, { name: 'material', value: 'iron' }])
})

test('a new card sends what was filled in', () => {
  assert.deepEqual(newCardOf({ ...formOf(null), classCode: '0137', ownerUnit: 'a', place: { lon: 113.1, lat: 23.1 } }, attributes),
    { classCode: '0137', state: 'intact', ownerUnit: 'a', lon: 113.1, lat: 23.1 })
})

test('a proposal says what it lacks, by what it is about', () => {
  const draft = newProposal('id')
  assert.deepEqual(lacking(draft), ['propose.lacks.act'])
  assert.deepEqual(lacking({ ...draft, act: 'gone', component: card }), [])
  assert.deepEqual(lacking({ ...draft, act: 'move', component: card, fix: { lon: 1, lat: 2 }, photos: [{}] }), ['propose.lacks.pin'])
  assert.deepEqual(proposalOf({ ...draft, act: 'create', thing: { classCode: '0137' }, fix: { lon: 1, lat: 2, accuracyMetres: 5 }, note: ' new ' }),
    { act: 'create', classCode: '0137', lon: 1, lat: 2, note: 'new' })
  assert.deepEqual(proposalOf({ ...draft, act: 'gone', component: card }), { act: 'gone', code: card.code })
})

test('whoever scanned a label need not say what and where', () => {
  const draft = aboutComponent(newDraft('id'), { ...card, address: 'gate' })
  assert.equal(firstOpen(draft), null)
  const sent = reportOf(draft, 0)
  assert.equal(sent.componentCode, card.code)
  assert.deepEqual(sent.pin, { lon: 113.1, lat: 23.1 })
})
