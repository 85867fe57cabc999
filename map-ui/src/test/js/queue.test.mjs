// A phone's writes: kept first, sent in order, sent again after a failure, never lost and never silently given up.
import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { staticFile } from './places.mjs'

const { REFUSED, SENDING, SENT, WAITING, due, makeQueue, nextTry, open, passes, pauseAfter, sentenceOf } = await import(staticFile('phone/queue.js'))

const memory = () => {
  const kept = new Map()
  return {
    kept,
    all: async () => structuredClone([...kept.values()]),
    put: async entry => { kept.set(entry.id, structuredClone(entry)) },
    remove: async id => { kept.delete(id) },
  }
}

const aReport = (id, more = {}) => ({ id, owner: 'collector07', path: '/api/reports', body: '{}', label: id, photos: [], ...more })
const offline = { status: 0, title: 'offline' }

let store, clock, answers, asked, queue
const answering = (...list) => { answers = list }
const deliver = async entry => {
  asked.push(entry.id)
  const next = answers.length > 1 ? answers.shift() : answers[0]
  if (next instanceof Function) return next(entry)
  if (next.status !== undefined) throw next
  return next
}
const stateOf = id => store.kept.get(id)?.state

beforeEach(() => {
  store = memory()
  clock = 1_000
  asked = []
  answering({ receipt: 'R1' })
  queue = makeQueue({ store, deliver, now: () => clock })
})

test('a write is on the phone before anything is sent', async () => {
  await queue.add(aReport('a'))
  assert.equal(stateOf('a'), WAITING)
  assert.deepEqual(asked, [])
})

test('what is due is sent in the order it was made, and keeps the answer', async () => {
  await queue.add(aReport('a'))
  clock++
  await queue.add(aReport('b'))
  await queue.drain('collector07')
  assert.deepEqual(asked, ['a', 'b'])
  assert.equal(stateOf('b'), SENT)
  assert.deepEqual(store.kept.get('a').answer, { receipt: 'R1' })
})

test('after it is sent the phone lets go of the photos', async () => {
  await queue.add(aReport('a', { photos: [{ name: 'p.jpg', blob: 'bytes' }] }))
  await queue.drain('collector07')
  assert.deepEqual(store.kept.get('a').photos, [{ name: 'p.jpg' }])
})

test('without network it waits, longer each time, under the same id', async () => {
  answering(offline)
  await queue.add(aReport('a'))
  await queue.drain('collector07')
  const first = store.kept.get('a').notBefore - clock
  clock = store.kept.get('a').notBefore
  await queue.drain('collector07')
  assert.equal(stateOf('a'), WAITING)
  assert.deepEqual(asked, ['a', 'a'])
  assert.ok(store.kept.get('a').notBefore - clock > first)
})

test('nothing is tried before its time', async () => {
  answering(offline)
  await queue.add(aReport('a'))
  await queue.drain('collector07')
  await queue.drain('collector07')
  assert.deepEqual(asked, ['a'])
})

test('when the network returns everything may go at once', async () => {
  answering(offline, { receipt: 'R2' })
  await queue.add(aReport('a'))
  await queue.drain('collector07')
  await queue.hurry('collector07')
  await queue.drain('collector07')
  assert.equal(stateOf('a'), SENT)
})

test('no network for the first means none for the rest: the drain stops', async () => {
  answering(offline)
  await queue.add(aReport('a'))
  clock++
  await queue.add(aReport('b'))
  await queue.drain('collector07')
  assert.deepEqual(asked, ['a'])
  assert.equal(stateOf('b'), WAITING)
})

test('a server in trouble holds up one entry, not the others', async () => {
  answering({ status: 503, title: 'busy' }, { receipt: 'R' })
  await queue.add(aReport('a'))
  clock++
  await queue.add(aReport('b'))
  await queue.drain('collector07')
  assert.deepEqual([stateOf('a'), stateOf('b')], [WAITING, SENT])
})

test('a refused write says why, stays, and is not sent again by itself', async () => {
  answering({ status: 400, detail: 'wrong', errors: [{ field: 'classCode', message: 'unknown' }] })
  await queue.add(aReport('a', { photos: [{ name: 'p.jpg', blob: 'bytes' }] }))
  await queue.drain('collector07')
  clock += 3_600_000
  await queue.drain('collector07')
  assert.equal(stateOf('a'), REFUSED)
  assert.equal(store.kept.get('a').problem.sentence, 'wrong · classCode unknown')
  assert.equal(store.kept.get('a').photos[0].blob, 'bytes')
  assert.deepEqual(asked, ['a'])
})

test('a person may send a refused write again, or delete it', async () => {
  answering({ status: 409, detail: 'no' }, { receipt: 'R' })
  await queue.add(aReport('a'))
  await queue.drain('collector07')
  await queue.retry('a')
  await queue.drain('collector07')
  assert.equal(stateOf('a'), SENT)
  await queue.discard('a')
  assert.equal(store.kept.size, 0)
})

test('a lapsed sign-in costs no try: the queue waits for the same person', async () => {
  answering({ status: 401, title: 'who?' }, { receipt: 'R' })
  await queue.add(aReport('a'))
  await queue.drain('collector07')
  assert.deepEqual([stateOf('a'), store.kept.get('a').attempts], [WAITING, 0])
  await queue.drain('collector07')
  assert.equal(stateOf('a'), SENT)
})

test('another person who signs in on this phone sends nothing of mine', async () => {
  await queue.add(aReport('a'))
  await queue.drain('collector08')
  assert.deepEqual(asked, [])
  assert.equal(open(await store.all(), 'collector07'), 1)
  assert.equal(open(await store.all(), 'collector08'), 0)
})

test('an entry that a dead tab left half-sent is sent again', async () => {
  await store.put({ ...aReport('a'), state: SENDING, attempts: 0, notBefore: 0, createdAt: 1 })
  await queue.drain('collector07')
  assert.equal(stateOf('a'), SENT)
})

test('photos that were uploaded are not uploaded again after a break', async () => {
  const uploaded = []
  const makeSlow = makeQueue({
    store, now: () => clock,
    deliver: async (entry, keep) => {
      for (const photo of entry.photos.filter(one => !one.photoId)) {
        uploaded.push(photo.name)
        photo.photoId = `id-${photo.name}`
        await keep(entry)
        if (uploaded.length === 1) throw offline
      }
      return {}
    },
  })
  await makeSlow.add(aReport('a', { photos: [{ name: '1' }, { name: '2' }] }))
  await makeSlow.drain('collector07')
  await makeSlow.hurry('collector07')
  await makeSlow.drain('collector07')
  assert.deepEqual(uploaded, ['1', '2'])
  assert.equal(stateOf('a'), SENT)
})

test('a tab that does not hold the lock sends nothing', async () => {
  const second = makeQueue({ store, deliver, now: () => clock, exclusively: async () => {} })
  await second.add(aReport('a'))
  await second.drain('collector07')
  assert.deepEqual(asked, [])
})

test('what was sent long ago is forgotten, what waits never is', async () => {
  await queue.add(aReport('sent'))
  await queue.drain('collector07')
  await queue.add(aReport('waits', { owner: 'collector08' }))
  clock += 30 * 24 * 3_600_000
  await queue.drain('collector07')
  assert.deepEqual([...store.kept.keys()], ['waits'])
})

test('every step is announced', async () => {
  const heard = []
  const loud = makeQueue({ store, deliver, now: () => clock, announce: entry => heard.push(entry?.state) })
  await loud.add(aReport('a'))
  await loud.drain('collector07')
  assert.deepEqual(heard, [WAITING, SENDING, SENT])
})

test('pauses double from two seconds to five minutes, give or take a fifth', () => {
  assert.equal(pauseAfter(1, 0.5), 2_000)
  assert.equal(pauseAfter(3, 0.5), 8_000)
  assert.equal(pauseAfter(40, 0.5), 300_000)
  assert.equal(pauseAfter(1, 0), 1_600)
})

test('only what may pass by itself is tried again by itself', () => {
  assert.deepEqual([0, 408, 425, 429, 500, 503].map(passes), [true, true, true, true, true, true])
  assert.deepEqual([400, 403, 404, 409, 413, 415].map(passes), [false, false, false, false, false, false])
})

test('due, next and sentence answer for empty input', () => {
  assert.deepEqual(due([], 'x', 0), [])
  assert.equal(nextTry([], 'x'), null)
  assert.equal(sentenceOf({ status: 418 }), 'HTTP 418')
})
