// Chases: which wait, who answers, by when, and what to do about a stuck case.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { staticFile } from './places.mjs'

const { byCase, dueChoices, mayAnswer, openChases, remedyOf } = await import(staticFile('lib/chases.js'))

test('the soonest answer comes first, those without a time last', () => {
  const supervisions = [{ seq: 1, open: true }, { seq: 2, open: true, replyDue: '2026-11-25T09:00:00Z' }, { seq: 3, open: false }, { seq: 4, open: true, replyDue: '2026-11-25T08:00:00Z' }]
  assert.deepEqual(openChases({ supervisions }).map(({ seq }) => seq), [4, 2, 1])
})

const who = (role, unit) => ({ roles: [role], unit: unit && { code: unit } })

test('whoever has the case answers', () => {
  const handling = { state: 'HANDLING', unit: { code: 'roads' }, myTurn: true }
  assert.equal(mayAnswer(handling, who('DEPARTMENT', 'roads')), true)
  assert.equal(mayAnswer(handling, who('DEPARTMENT', 'gardens')), false)
  assert.equal(mayAnswer(handling, who('WORKER', 'roads')), true, 'only who was given the work can read the case')
  assert.equal(mayAnswer(handling, who('WORKER', 'gardens')), false)
  assert.equal(mayAnswer(handling, who('DISPATCHER')), false, 'a request to decide is no case to answer for')
  assert.equal(mayAnswer({ state: 'CHECKING', myTurn: false }, who('ACCEPTOR')), true)
  assert.equal(mayAnswer({ state: 'CHECKING', myTurn: false }, who('INSPECTOR')), false)
  assert.equal(mayAnswer({ state: 'TO_FILE', myTurn: true }, who('SHIFT_LEADER')), true)
  assert.equal(mayAnswer({ state: 'SUSPENDED', myTurn: false }, who('DISPATCHER')), true)
})

test('an answer may be asked for soon or at a next morning of the town', () => {
  const late = Date.parse('2026-11-25T15:30:00Z') // 23:30 in Dali
  assert.deepEqual(dueChoices('Asia/Shanghai', late).map(({ at }) => at), ['2026-11-26T01:30', '2026-11-26T03:30', '2026-11-26T10:00', '2026-11-28T10:00'])
})

test('a silent case is chased, one without anybody to act is opened', () => {
  assert.equal(remedyOf([{ reason: 'SILENT' }]), 'chase')
  assert.equal(remedyOf([{ reason: 'SILENT' }, { reason: 'NOBODY' }]), 'open')
  assert.equal(remedyOf([{ reason: 'HOPS' }, { reason: 'CHASE' }]), 'open')
})

test('a case chased twice is one row with its most pressing chase', () => {
  const rows = byCase([{ number: 'a', seq: 4 }, { number: 'b', seq: 2 }, { number: 'a', seq: 7 }])
  assert.deepEqual(rows, [{ number: 'a', seq: 4, times: 2 }, { number: 'b', seq: 2, times: 1 }])
})
