// lib/zip.js – several files as one zip, unpacked inside it: what the parts of a Shapefile travel in.

const TABLE = Array.from({ length: 256 }, (_, at) => {
  let value = at
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value >>> 0
})

/** @param {Uint8Array} bytes */
export const crc32 = bytes => {
  let sum = 0xffffffff
  for (const byte of bytes) sum = TABLE[(sum ^ byte) & 0xff] ^ (sum >>> 8)
  return (sum ^ 0xffffffff) >>> 0
}

const UTF8_NAMES = 0x0800

const record = (signature, length, fields) => {
  const bytes = new Uint8Array(length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, signature, true)
  for (const [at, size, value] of fields) size === 2 ? view.setUint16(at, value, true) : view.setUint32(at, value, true)
  return bytes
}

/** @param {{name: string, bytes: Uint8Array}[]} files @returns {Uint8Array[]} the pieces of the zip, in order */
export const zipOf = files => {
  const bodies = []
  const directory = []
  let offset = 0
  for (const { name, bytes } of files) {
    const path = new TextEncoder().encode(name)
    const common = from => [[from, 2, 20], [from + 2, 2, UTF8_NAMES], [from + 8, 2, 0x21], [from + 10, 4, crc32(bytes)], [from + 14, 4, bytes.length], [from + 18, 4, bytes.length], [from + 22, 2, path.length]]
    bodies.push(record(0x04034b50, 30, common(4)), path, bytes)
    directory.push(record(0x02014b50, 46, [[4, 2, 20], ...common(6), [42, 4, offset]]), path)
    offset += 30 + path.length + bytes.length
  }
  const size = directory.reduce((sum, piece) => sum + piece.length, 0)
  const end = record(0x06054b50, 22, [[8, 2, files.length], [10, 2, files.length], [12, 4, size], [16, 4, offset]])
  return [...bodies, ...directory, end]
}
