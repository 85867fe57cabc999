// What the import page does without a server: zips of a Shapefile's parts, and refusals in the reader's language.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { staticFile } from './places.mjs'

const { crc32, zipOf } = await import(staticFile('lib/zip.js'))
const { fieldWords, learnReasons, reasonWords } = await import(staticFile('parts/reasons.js'))
const bytes = text => new TextEncoder().encode(text)

test('the checksum is the one of the standard', () => assert.equal(crc32(bytes('123456789')), 0xcbf43926))

test('a zip begins with its first file and ends with its directory', () => {
  const zip = Buffer.concat(zipOf([{ name: '井盖.shp', bytes: bytes('shape') }, { name: 'a.dbf', bytes: bytes('table') }]))
  assert.equal(zip.readUInt32LE(0), 0x04034b50)
  const end = zip.length - 22
  assert.equal(zip.readUInt32LE(end), 0x06054b50)
  assert.equal(zip.readUInt16LE(end + 10), 2)
  const directory = zip.readUInt32LE(end + 16)
  assert.equal(zip.readUInt32LE(directory), 0x02014b50)
  assert.equal(directory + zip.readUInt32LE(end + 12), end)
  const name = zip.readUInt16LE(directory + 28)
  assert.equal(zip.subarray(directory + 46, directory + 46 + name).toString(), '井盖.shp')
})

learnReasons({
  reasons: [
    { says: '^(\\d+) rows? (?:is|are) wrong, so nothing was stored.*$', zh: '有 $1 行不合格，什么也没有存。请改好再交，或只导合格的行。' },
    { says: '^has (\\d+) fields where the heading has (\\d+)$', zh: '有 $1 列，而表头有 $2 列' },
    { says: '^the file is damaged(?: behind row (\\d+))?$', zh: '文件损坏 $1' },
  ],
  fields: { ownerUnit: '权属单位', dimensions: '尺寸' },
})

test('refusals are said in Chinese with their numbers', () => {
  assert.equal(reasonWords('The file is damaged'), '文件损坏')
  assert.equal(reasonWords('300 rows are wrong, so nothing was stored; mend them, or take the good rows only.'), '有 300 行不合格，什么也没有存。请改好再交，或只导合格的行。')
  assert.equal(reasonWords('has 4 fields where the heading has 3'), '有 4 列，而表头有 3 列')
  assert.equal(reasonWords('something new'), 'something new')
})

test('fields are said in Chinese, those of dimensions and of land too', () => {
  assert.equal(fieldWords('ownerUnit'), '权属单位')
  assert.equal(fieldWords('dimensions.height'), '尺寸 height')
  assert.equal(fieldWords('properties.ownerUnit'), '权属单位')
  assert.equal(fieldWords('anything.else'), 'anything.else')
})
