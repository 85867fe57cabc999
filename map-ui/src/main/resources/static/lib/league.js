// lib/league.js – open cases by duty grid, the most late ones first.

/** @param {{dutyGridCode?: string, light: string}[]} points @param {{code: string}[]} grids */
export const league = (points, grids) => {
  const rows = new Map(grids.map(grid => [grid.code, { grid, open: 0, late: 0 }]))
  for (const { dutyGridCode, light } of points) {
    const row = rows.get(dutyGridCode)
    if (!row) continue
    row.open += 1
    if (light === 'red') row.late += 1
  }
  return [...rows.values()].filter(({ open }) => open).sort((a, b) => b.late - a.late || b.open - a.open)
}
