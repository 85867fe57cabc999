// Requests that are not cases: addresses, figures, what an act needs, what a citizen sends.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { staticFile } from './places.mjs'

const { fieldsOf, fromAddress, lineOf, listOf, missingOf, orderOf, percent, period, toAddress } = await import(staticFile('enquiries/model.js'))
const { askEnded, askStageOf, enquiryOf, newAsk } = await import(staticFile('report/asking.js'))

test('a figure opens exactly what it counts, and the address says so', () => {
  const address = listOf({ from: '2026-11-01', to: '2026-11-25' }, { kind: 'complaint', channel: 'microblog', ended: 'true', late: 'false' })
  assert.equal(address, '/enquiries/?queue=all&from=2026-11-01&to=2026-11-25&kind=complaint&channel=microblog&ended=true&late=false')
  const { filter, tab } = fromAddress(address.slice(address.indexOf('?')))
  assert.equal(tab, 'list')
  assert.deepEqual(filter, { kind: 'complaint', channel: 'microblog', from: '2026-11-01', to: '2026-11-25', ended: 'true', late: 'false', queue: 'all' })
  assert.equal(toAddress({ filter, tab }), '/enquiries/?kind=complaint&channel=microblog&from=2026-11-01&to=2026-11-25&ended=true&late=false&queue=all')
})

test('without anything said the page shows what waits', () => {
  assert.deepEqual(fromAddress('').filter, { queue: 'mine' })
  assert.equal(fromAddress('?kind=help').filter.queue, 'all')
  assert.equal(fromAddress('?tab=nonsense&queue=nonsense').tab, 'list')
})

test('sums are the lines without kind or channel', () => {
  const items = [{ kind: 'help', channel: 'web', received: 2 }, { kind: 'help', received: 5 }, { channel: 'web', received: 3 }, { received: 9 }]
  assert.equal(lineOf(items, 'help', 'web').received, 2)
  assert.equal(lineOf(items, 'help', null).received, 5)
  assert.equal(lineOf(items, null, 'web').received, 3)
  assert.equal(lineOf(items, null, null).received, 9)
  assert.equal(lineOf(items, 'consult', null), null)
})

test('a hundred per cent means all', () => {
  assert.equal(percent(1), '100.00 %')
  assert.equal(percent(11717 / 12161), '96.34 %')
  assert.equal(percent(99_999 / 100_000), '99.99 %')
  assert.equal(percent(0.29), '29.00 %')
  assert.equal(percent(undefined), '–')
})

test('often asked periods', () => {
  assert.deepEqual(period('month', '2026-11-25'), { from: '2026-11-01', to: '2026-11-25' })
  assert.deepEqual(period('last.month', '2026-01-03'), { from: '2025-12-01', to: '2025-12-31' })
  assert.deepEqual(period('last.month', '2024-03-31'), { from: '2024-02-01', to: '2024-02-29' })
  assert.deepEqual(period('year', '2026-11-25'), { from: '2026-01-01', to: '2026-11-25' })
  assert.deepEqual(period('days', '2026-11-25'), { from: '2026-10-27', to: '2026-11-25' })
})

test('an act asks for what it needs and sends nothing empty', () => {
  const offer = { action: 'FORWARD', needs: ['opinion?', 'unit', 'until?'] }
  assert.deepEqual(fieldsOf(offer).map(({ name }) => name), ['unit', 'until', 'opinion'])
  assert.deepEqual(missingOf(offer, { opinion: 'x', unitCode: ' ' }), ['unit'])
  assert.deepEqual(orderOf(offer, { unitCode: 'parks', opinion: ' ', until: '' }, 3), { action: 'FORWARD', version: 3, unitCode: 'parks' })
})

test('a citizen sends the place only when it is about here', () => {
  const ask = { ...newAsk('1'), kind: 'help', text: ' 灯不亮 ', phone: '138 0000 1234' }
  const fix = { lon: 113.1, lat: 23.1, accuracyMetres: 8 }
  assert.deepEqual(enquiryOf(ask, fix), { kind: 'help', text: '灯不亮', contact: { phone: '138 0000 1234' } })
  assert.deepEqual(enquiryOf({ ...ask, here: true, phone: '' }, fix), { kind: 'help', text: '灯不亮', location: { lon: 113.1, lat: 23.1, crs: 'wgs84' } })
  assert.deepEqual(enquiryOf({ ...ask, here: true, phone: '' }, null), { kind: 'help', text: '灯不亮' })
})

test('a request has three stages, and ends when nothing is left to say', () => {
  assert.deepEqual(['RECEIVED', 'HANDLING', 'REOPENED', 'ANSWERED', 'CONVERTED'].map(askStageOf), [1, 2, 2, 3, 0])
  assert.equal(askEnded({ status: 'CLOSED', mayRate: true }), false)
  assert.equal(askEnded({ status: 'CLOSED', mayRate: false }), true)
  assert.equal(askEnded({ status: 'ANSWERED', mayRate: false }), false)
})
