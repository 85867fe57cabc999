// Both languages say everything: the same keys, the same places for values, no empty text.
import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { staticFile } from './places.mjs'

const root = fileURLToPath(staticFile(''))
const modules = readdirSync(root, { recursive: true }).filter(name => /(^|[/\\])messages\.js$/.test(name))
const valuesIn = text => [...new Set([...text.matchAll(/\{(\w+)/g)].map(found => found[1]))].sort()

test('there are texts to compare', () => assert.ok(modules.length >= 4))

for (const name of modules) {
  test(`${name} says everything in both languages`, async () => {
    const { messages } = await import(staticFile(name.replaceAll('\\', '/')))
    assert.deepEqual(Object.keys(messages.en).sort(), Object.keys(messages.zh).sort())
    for (const [key, text] of [...Object.entries(messages.zh), ...Object.entries(messages.en)]) assert.ok(text, `${key} is empty`)
    for (const [key, text] of Object.entries(messages.zh)) {
      const missing = valuesIn(text).filter(value => !valuesIn(messages.en[key]).includes(value))
      assert.deepEqual(missing, [], `${key} loses a value in English`)
    }
  })
}
