// Already reported here? Asked once for a thing and a place; "another one" is not asked again; no answer, no question.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { staticFile } from './places.mjs'

const { questionOf, stillOpen } = await import(staticFile('phone/similar.js'))

const lamp = { kind: 'component', classCode: '0137', componentCode: '4406051250137001' }
const here = { lon: 113.10001, lat: 23.10001 }
const question = questionOf(lamp, here)
const similar = { question, items: [{ followId: 'a' }, { followId: 'b' }] }

test('a few metres are the same question, another lamp is another', () => {
  assert.equal(questionOf(lamp, { lon: 113.10003, lat: 23.10002 }), question)
  assert.notEqual(questionOf({ ...lamp, componentCode: '4406051250137002' }, here), question)
  assert.equal(questionOf(null, here), '')
  assert.equal(questionOf(lamp, null), '')
})

test('what was said to be another is not asked again', () => {
  assert.deepEqual(stillOpen(similar, question, ['a']).map(({ followId }) => followId), ['b'])
  assert.deepEqual(stillOpen(similar, question, ['a', 'b']), [])
})

test('no answer, or an answer to an older question, asks nothing', () => {
  assert.deepEqual(stillOpen(null, question), [])
  assert.deepEqual(stillOpen(similar, questionOf(lamp, { lon: 113.2, lat: 23.1 })), [])
})
