import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asMoves, isInside, noMoves, redo, stroke, undo } from '../../main/resources/static/lib/joining.js'

const member = code => code.startsWith('m')

test('a click turns a cell: members leave, others join', () => {
  const turned = stroke(noMoves(), ['m1', 'x1'], member, 'turn')
  assert.deepEqual(asMoves(turned), { join: ['x1'], remove: ['m1'] })
  assert.equal(isInside(turned, 'm1', true), false)
})

test('a cell that comes back to what it was is no move', () => {
  const back = stroke(stroke(noMoves(), ['m1'], member, 'turn'), ['m1'], member, 'turn')
  assert.deepEqual(asMoves(back), { join: [], remove: [] })
  assert.equal(back.done.length, 2)
})

test('every stroke is undone and redone whole', () => {
  const two = stroke(stroke(noMoves(), ['x1', 'x2'], member, 'in'), ['x3'], member, 'in')
  assert.deepEqual(asMoves(undo(two)).join, ['x1', 'x2'])
  assert.deepEqual(asMoves(undo(undo(two))).join, [])
  assert.deepEqual(asMoves(redo(undo(two))).join, ['x1', 'x2', 'x3'])
  assert.equal(undo(noMoves()).moves.size, 0)
})

test('a stroke that changes nothing is no step, and a new one forgets what was undone', () => {
  const one = stroke(noMoves(), ['x1'], member, 'in')
  assert.equal(stroke(one, ['x1', 'm1'], member, 'in'), one)
  assert.equal(redo(stroke(undo(one), ['x2'], member, 'in')).moves.has('x1'), false)
})
