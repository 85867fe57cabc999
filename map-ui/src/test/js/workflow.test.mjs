// The table of the workflow as people read it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { staticFile } from './places.mjs'

const { ANY, once, shown } = await import(staticFile('workflow/rows.js'))

const rows = [
  { row: '8', from: 'TO_FILE', to: 'TO_DISPATCH', roles: ['SHIFT_LEADER'] },
  { row: '30', from: 'TO_FILE', to: 'TO_FILE', roles: ['INSPECTOR'] },
  { row: '30', from: 'HANDLING', to: 'HANDLING', roles: ['INSPECTOR'] },
]

test('a step of many states is told once', () =>
  assert.deepEqual(once(rows).map(({ row, from }) => [row, from]), [['8', 'TO_FILE'], ['30', ANY]]))

test('a post and a state leave only what they may do', () => {
  assert.deepEqual(shown(once(rows), 'INSPECTOR', '').map(({ row }) => row), ['30'])
  assert.deepEqual(shown(once(rows), '', 'HANDLING').map(({ row }) => row), ['30'])
  assert.deepEqual(shown(once(rows), 'SHIFT_LEADER', 'HANDLING'), [])
})
