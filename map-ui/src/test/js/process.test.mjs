// A case's whole process, its clock, and what tells two reports apart.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { staticFile } from './places.mjs'

const { apartOf, differenceOf, pausesOf, processOf, reportersOf, sharesOf, spansOf, suspected, usedOf } = await import(staticFile('lib/process.js'))

const at = clock => `2026-11-25T${clock}:00Z`
const step = (seq, from, to, clock) => ({ seq, from, to, at: at(clock) })
const pothole = {
  history: [step(1, undefined, 'REPORTED', '01:00'), step(2, 'REPORTED', 'TO_DISPATCH', '01:30'), step(3, 'TO_DISPATCH', 'HANDLING', '02:00'), step(4, 'HANDLING', 'HANDLING', '02:30'),
    step(5, 'HANDLING', 'SUSPENDED', '03:00'), step(6, 'SUSPENDED', 'HANDLING', '05:00'), step(7, 'HANDLING', 'TO_CHECK', '06:00')],
  clock: { startedAt: at('02:00'), total: 240, consumed: 120, limit: { value: 4, unit: 'work_hour' } },
  supervisions: [{ seq: 4, reply: '今天办完' }],
  asked: [{ askedSeq: 5, kind: 'SUSPENSION' }],
  tasks: [],
  linked: [{ number: 'T', reportedAt: at('02:10'), channel: 'web' }],
  channel: 'field', reports: 4,
}

test('steps, chases, requests and linked reports lie in the order of time', () => {
  const whole = processOf(pothole)
  assert.deepEqual(whole.map(({ step, twin }) => step?.seq ?? twin.number), [1, 2, 3, 'T', 4, 5, 6, 7])
  assert.equal(whole[4].chase.reply, '今天办完')
  assert.equal(whole[5].asked.kind, 'SUSPENSION')
})

test('two steps of the same moment keep their order', () => {
  const twice = { history: [step(1, undefined, 'REPORTED', '01:00'), step(2, 'REPORTED', 'TO_FILE', '01:00')] }
  assert.deepEqual(processOf(twice).map(({ step }) => step.seq), [1, 2])
})

test('the clock runs from where it started, and stands still while suspended or checked', () => {
  const spans = spansOf(pothole, Date.parse(at('07:00')))
  assert.deepEqual(spans.map(({ state, clock }) => `${state} ${clock}`),
    ['REPORTED none', 'TO_DISPATCH none', 'HANDLING running', 'SUSPENDED still', 'HANDLING running', 'TO_CHECK still'])
  assert.deepEqual(pausesOf(spans), { times: 1, minutes: 120 })
  assert.equal(spans.at(-1).until, Date.parse(at('07:00')))
})

test('an ended case has no span after its end', () => {
  const closed = { history: [...pothole.history, step(8, 'TO_CHECK', 'CLOSED', '06:30')] }
  assert.equal(spansOf(closed, Date.parse(at('23:00'))).at(-1).until, Date.parse(at('06:30')))
})

test('shares fill the line and none is too thin to be seen', () => {
  const shares = sharesOf(spansOf({ history: [step(1, undefined, 'REPORTED', '01:00'), step(2, 'REPORTED', 'HANDLING', '01:01')] }, Date.parse(at('23:00'))))
  assert.ok(Math.abs(shares.reduce((a, b) => a + b) - 100) < 1e-9)
  assert.ok(shares[0] > 2)
})

test('how much of the limit is used', () => {
  assert.equal(usedOf(pothole), 50)
  assert.equal(usedOf({}), null)
})

test('who reported it: own channel, linked ones, and those who follow', () => {
  assert.deepEqual(reportersOf(pothole), { channels: [['field', 1], ['web', 1]], followers: 2 })
  assert.deepEqual(reportersOf({ channel: 'web', reports: 1, linked: [] }), { channels: [['web', 1]], followers: 0 })
})

test('two reports are told apart by metres, minutes and component', () => {
  const here = { lon: 113.1, lat: 23.1, reportedAt: at('01:00'), componentCode: '1' }
  assert.deepEqual(differenceOf(here, { ...here, lon: 113.10098, reportedAt: at('01:45') }), { metres: 100, minutes: 45, component: 'same' })
  assert.equal(differenceOf(here, { ...here, componentCode: '2' }).component, 'other')
  assert.equal(differenceOf(here, { ...here, componentCode: undefined }).component, 'no')
})

test('only before it is accepted must somebody say whether it repeats another', () => {
  assert.equal(suspected({ suspectedDuplicateOf: 'A', state: 'REPORTED' }), true)
  assert.equal(suspected({ suspectedDuplicateOf: 'A', state: 'HANDLING' }), false)
  assert.equal(suspected({ state: 'REPORTED' }), false)
})

test('what is another matter is accepted, or verified first; where neither is offered it cannot be said', () => {
  const offering = (...names) => ({ actions: names.map(action => ({ action })) })
  assert.equal(apartOf(offering('REFUSE', 'SEND_VERIFY', 'ACCEPT')).action, 'ACCEPT')
  assert.equal(apartOf(offering('REFUSE', 'SEND_VERIFY')).action, 'SEND_VERIFY')
  assert.equal(apartOf(offering('SUPERVISE')), undefined)
  assert.equal(apartOf({}), undefined)
})
