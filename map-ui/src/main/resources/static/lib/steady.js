// lib/steady.js – a list that is being pointed at: its values change where they stand, and nothing moves. Pure.

/**
 * The rows as shown, each with its newest values; a row that is gone stays, marked so, and new rows wait.
 * @template T @param {T[]} shown @param {T[]} fresh @param {(row: T) => string} key
 * @returns {{rows: (T & {gone?: boolean})[], waiting: number}} waiting: how many rows would come, go or move
 */
export const steady = (shown, fresh, key) => {
  const newest = new Map(fresh.map(row => [key(row), row]))
  const rows = shown.map(row => newest.get(key(row)) ?? { ...row, gone: true })
  const known = new Set(shown.map(key))
  const come = fresh.filter(row => !known.has(key(row))).length
  const stay = rows.filter(row => !row.gone).map(key)
  const order = fresh.map(key).filter(name => known.has(name))
  const moved = stay.filter((name, at) => order[at] !== name).length
  return { rows, waiting: come + (rows.length - stay.length) + moved }
}
