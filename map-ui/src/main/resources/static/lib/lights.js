// lib/lights.js – the three lights of a deadline: never by colour alone, so each has its shape and its order.

const SHAPES = { green: '●', yellow: '▲', red: '■', suspended: '◇', none: '○' }
const ORDER = ['red', 'yellow', 'green', 'suspended', 'none']

export const shape = light => SHAPES[light] ?? SHAPES.none

/** The most pressing of some lights; "none" for an empty list. */
export const worst = lights => ORDER.find(light => lights.includes(light)) ?? 'none'

/** Smaller is more pressing. */
export const rank = light => (ORDER.includes(light) ? ORDER.indexOf(light) : ORDER.length)

/** The light of a case now: a deadline that has passed since the server spoke is red. */
export const lightNow = ({ light, dueAt }, now = Date.now()) =>
  ((light === 'green' || light === 'yellow') && dueAt && new Date(dueAt) < now ? 'red' : (light ?? 'none'))

export const LIGHTS = ['red', 'yellow', 'green', 'suspended']
