// The register's page: what is chosen becomes a condition, and shares become words.

import test from 'node:test'
import assert from 'node:assert/strict'
import { canBeListed, componentFile, filterOf } from '../../main/resources/static/server/register.js'
import { percent, share } from '../../main/resources/static/register/words.js'

test('nothing chosen is the whole register', () => {
  assert.equal(filterOf({}), '')
  assert.equal(componentFile({}, 'csv'), '/ogc/collections/components/items?f=csv')
})

test('what is chosen holds together', () => {
  assert.equal(filterOf({ classCode: '0137', division: '440605125', lacks: 'spec' }),
    "classCode = '0137' AND divisionCode LIKE '440605125%' AND spec IS NULL")
})

test('a quotation mark in a code ends no text', () => {
  assert.equal(filterOf({ owner: "o'neill" }), "ownerUnit = 'o''neill'")
})

test('only what the collection tells can be listed', () => {
  assert.equal(canBeListed('spec'), true)
  assert.equal(canBeListed('owner'), false)
  assert.equal(filterOf({ lacks: 'owner' }), '')
  assert.equal(filterOf({ lacks: 'photo' }), 'photos = 0')
})

test('a share that is not nothing never reads as nothing', () => {
  assert.equal(percent(share(0, 10)), '0 %')
  assert.equal(percent(share(1, 100_000)), '< 0.1 %')
  assert.equal(percent(share(99_999, 100_000)), '> 99.9 %')
  assert.equal(percent(share(5, 0)), '0 %')
})
