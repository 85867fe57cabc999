// Every narrowing of a list stands in the address, as a chip, and on the map as far as the map can tell.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { staticFile } from './places.mjs'

const { readFilter, writeFilter } = await import(staticFile('lib/address.js'))
const { chipsOf, FILTERS, FLAGS, narrowed, orderOf, PERIODS, pointsKnow, visiblePoints } = await import(staticFile('lib/narrowing.js'))
const { messages } = await import(staticFile('panel/messages.js'))

const table = readFileSync(new URL('../../../../case-dispatch/src/main/java/org/citygrid/dispatch/desk/Narrowing.java', import.meta.url), 'utf8')
const served = [...table.matchAll(/^ {2}[A-Z_]+ *\("(\w+)"/gm)].map(found => found[1])

test('the desk knows every narrowing that the server does', () => {
  assert.ok(served.length > 30)
  assert.deepEqual(served.filter(name => !FILTERS.includes(name)), [])
})

test('an address is read and written without loss', () => {
  const address = '/desk/?queue=all&state=CLOSED,VOIDED&light=red,yellow&unit=roads&late=true&closedFrom=2026-11-01&closedTo=2026-11-30&stuck=HOPS&supervised=open'
  const filter = readFilter(new URL(address, 'http://town').search, FILTERS)
  assert.deepEqual(filter.light, ['red', 'yellow'])
  assert.deepEqual(new URL(writeFilter('/desk/', filter), 'http://town').searchParams.toString().split('&').sort(), new URL(address, 'http://town').searchParams.toString().split('&').sort())
})

test('each condition is one chip, a period too, and taking it out empties it', () => {
  const chips = chipsOf({ queue: 'all', sort: 'due', light: ['red'], unit: 'roads', handledFrom: '2026-11-01', handledTo: '2026-11-02', rework: 'false', text: 'lamp' })
  assert.deepEqual(chips.map(({ name }) => name), ['unit', 'rework', 'text', 'period.handled'])
  assert.deepEqual(chips.at(-1).names, ['handledFrom', 'handledTo'])
})

test('flags and periods have words', () => {
  for (const name of [...FLAGS.map(flag => `flag.${flag}`), ...PERIODS.map(([, , period]) => `period.${period}`)]) assert.ok(messages.zh[name], name)
})

test('a queue and an order are no narrowing', () => {
  assert.equal(narrowed({ queue: 'mine', sort: 'due' }), false)
  assert.equal(narrowed({ queue: 'open', stuck: 'any' }), true)
})

test('what is open comes by deadline, all cases the newest first, unless somebody chose', () => {
  assert.equal(orderOf({ queue: 'open' }), 'due')
  assert.equal(orderOf({ queue: 'all', sort: '' }), '-reportedAt')
  assert.equal(orderOf({ queue: 'all', sort: 'due' }), 'due')
})

const points = [{ number: 'a', light: 'red', state: 'HANDLING', classCode: '0110', mine: true }, { number: 'b', light: 'green', state: 'TO_FILE', classCode: '0201' }]

test('the map judges what its points tell, and says when it cannot', () => {
  assert.deepEqual(visiblePoints(points, { queue: 'open', light: ['red', 'yellow'] }).map(({ number }) => number), ['a'])
  assert.deepEqual(visiblePoints(points, { queue: 'open', class: '02' }).map(({ number }) => number), ['b'])
  assert.equal(pointsKnow({ queue: 'open', light: ['red'] }), true)
  assert.equal(pointsKnow({ queue: 'open', unit: 'roads' }), false)
  assert.equal(pointsKnow({ queue: 'all' }), false)
})
