// lib/cluster.js – puts marks that would cover each other into one, by a raster over the screen.

import { worst } from './lights.js'

const centre = numbers => numbers.reduce((sum, n) => sum + n, 0) / numbers.length

/**
 * @template P
 * @param {P[]} points each with a `light`
 * @param {(point: P) => {x: number, y: number}} toPixel a place on the world's pixel plane, so that panning keeps groups
 * @param {number} size side of a raster field, pixels
 * @returns {{x: number, y: number, light: string, points: P[]}[]}
 */
export const cluster = (points, toPixel, size = 40) => {
  const fields = new Map()
  for (const point of points) {
    const pixel = toPixel(point)
    const key = `${Math.floor(pixel.x / size)}:${Math.floor(pixel.y / size)}`
    if (!fields.has(key)) fields.set(key, [])
    fields.get(key).push({ point, pixel })
  }
  return [...fields.values()].map(inside => ({
    x: centre(inside.map(({ pixel }) => pixel.x)),
    y: centre(inside.map(({ pixel }) => pixel.y)),
    light: worst(inside.map(({ point }) => point.light)),
    points: inside.map(({ point }) => point),
  }))
}
