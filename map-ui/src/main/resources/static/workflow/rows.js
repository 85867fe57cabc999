// workflow/rows.js – the rows of the table as people read them. Pure.

/** Stands for every open state. */
export const ANY = '*'

/** A step that is the same in many states is told once. */
export const once = rows => {
  const several = new Set(rows.filter(({ row, from, to }) => from === to && rows.some(other => other.row === row && other.from !== from)).map(({ row }) => row))
  const told = new Set()
  return rows.flatMap(rule => {
    if (!several.has(rule.row)) return [{ ...rule, states: [rule.from] }]
    if (told.has(rule.row)) return []
    told.add(rule.row)
    return [{ ...rule, from: ANY, states: rows.filter(({ row }) => row === rule.row).map(({ from }) => from) }]
  })
}

/** The rows that a post may take from a state; an empty choice means all. */
export const shown = (rows, post, state) => rows.filter(({ roles, states }) => (!post || roles.includes(post)) && (!state || states.includes(state)))
