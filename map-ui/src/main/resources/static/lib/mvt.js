// lib/mvt.js – reads a Mapbox vector tile (version 2) through a pbf reader: layers, features, their lines.

const zigzag = n => (n >> 1) ^ -(n & 1)

/** The lines of a feature from its command stream: [[[x, y], …], …] in tile units. */
export const linesOf = commands => {
  const lines = []
  let [x, y, at] = [0, 0, 0]
  while (at < commands.length) {
    const [command, count] = [commands[at] & 7, commands[at] >> 3]
    at++
    if (command === 7) {
      const line = lines.at(-1)
      if (line) line.push([...line[0]])
      continue
    }
    for (let i = 0; i < count; i++, at += 2) {
      x += zigzag(commands[at])
      y += zigzag(commands[at + 1])
      if (command === 1) lines.push([[x, y]])
      else lines.at(-1).push([x, y])
    }
  }
  return lines
}

const VALUES = {
  1: pbf => pbf.readString(), 2: pbf => pbf.readFloat(), 3: pbf => pbf.readDouble(), 4: pbf => pbf.readVarint64(),
  5: pbf => pbf.readVarint(), 6: pbf => pbf.readSVarint(), 7: pbf => pbf.readBoolean(),
}

const readValue = pbf =>
  pbf.readMessage((tag, box, reader) => { if (VALUES[tag]) box.value = VALUES[tag](reader) }, {}).value

const featureField = (tag, feature, pbf) => {
  if (tag === 1) feature.id = pbf.readVarint()
  else if (tag === 2) feature.tags = pbf.readPackedVarint()
  else if (tag === 3) feature.type = pbf.readVarint()
  else if (tag === 4) feature.lines = linesOf(pbf.readPackedVarint())
}

const layerField = (tag, layer, pbf) => {
  if (tag === 1) layer.name = pbf.readString()
  else if (tag === 2) layer.features.push(pbf.readMessage(featureField, { type: 0, tags: [], lines: [] }))
  else if (tag === 3) layer.keys.push(pbf.readString())
  else if (tag === 4) layer.values.push(readValue(pbf))
  else if (tag === 5) layer.extent = pbf.readVarint()
}

const propertiesOf = ({ tags }, { keys, values }) => {
  const properties = {}
  for (let i = 0; i < tags.length; i += 2) properties[keys[tags[i]]] = values[tags[i + 1]]
  return properties
}

const readLayer = pbf => {
  const layer = pbf.readMessage(layerField, { extent: 4096, features: [], keys: [], values: [] })
  const features = layer.features.map(({ id, type, lines, tags }) => ({ id, type, lines, properties: propertiesOf({ tags }, layer) }))
  return { name: layer.name, extent: layer.extent, features }
}

/** @returns {Record<string, {extent: number, features: {type: number, lines: number[][][], properties: object}[]}>} */
export const readTile = pbf =>
  pbf.readFields((tag, layers, reader) => {
    if (tag !== 3) return
    const layer = readLayer(reader)
    layers[layer.name] = layer
  }, {})
