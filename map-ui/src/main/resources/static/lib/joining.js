// lib/joining.js – cells on their way into or out of a duty grid, before anything is saved. Every stroke is one
// step that can be undone and redone. Pure.

/** @typedef {{moves: Map<string, 'in' | 'out'>, done: Map<string, 'in' | 'out'>[], undone: Map<string, 'in' | 'out'>[]}} Joining */

/** @returns {Joining} */
export const noMoves = () => ({ moves: new Map(), done: [], undone: [] })

/** What a cell would be: inside the target or not. */
export const isInside = (joining, code, member) => (joining.moves.has(code) ? joining.moves.get(code) === 'in' : member)

/**
 * One stroke over some cells. Cells that come back to what they were are no move any more.
 * @param {Joining} joining
 * @param {string[]} codes
 * @param {(code: string) => boolean} isMember whether the cell belongs to the target as stored
 * @param {'in' | 'out' | 'turn'} how turn: each becomes what it is not
 */
export const stroke = (joining, codes, isMember, how) => {
  const moves = new Map(joining.moves)
  for (const code of codes) {
    const member = isMember(code)
    const inside = how === 'turn' ? !isInside(joining, code, member) : how === 'in'
    if (inside === member) moves.delete(code)
    else moves.set(code, inside ? 'in' : 'out')
  }
  const same = moves.size === joining.moves.size && [...moves].every(([code, move]) => joining.moves.get(code) === move)
  return same ? joining : { moves, done: [...joining.done, joining.moves], undone: [] }
}

export const undo = joining =>
  joining.done.length ? { moves: joining.done.at(-1), done: joining.done.slice(0, -1), undone: [...joining.undone, joining.moves] } : joining

export const redo = joining =>
  joining.undone.length ? { moves: joining.undone.at(-1), done: [...joining.done, joining.moves], undone: joining.undone.slice(0, -1) } : joining

const codesOf = (joining, move) => [...joining.moves].filter(([, it]) => it === move).map(([code]) => code).sort()

/** What to send. */
export const asMoves = joining => ({ join: codesOf(joining, 'in'), remove: codesOf(joining, 'out') })
