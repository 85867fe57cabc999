// lib/score.js – how a score comes about, step by step, from what GET /api/evaluation tells; the same rules as the server's. Pure.

const FULL = 100
const clamp = value => Math.min(FULL, Math.max(0, value))

/** The value of an indicator for some counts, 0 to 1; null where nothing was there to do. */
export const rateOf = ({ numerator, less, denominator }, counts) => {
  const below = counts[denominator] ?? 0
  return below > 0 ? ((counts[numerator] ?? 0) - (less ? counts[less] ?? 0 : 0)) / below : null
}

const bandPoints = ({ bands }, aMonth) => bands.find(({ upTo }) => (upTo ?? null) === null || aMonth <= upTo)?.points ?? 0

const stepPoints = ({ from, off, weight }, rate) => FULL - (Math.max(0, from - rate) * FULL * off * FULL) / weight

/** Points of a part, 0 to 100; null for zero over zero. */
const pointsOf = (part, indicator, counts, months) => {
  if (part.points === 'band') return bandPoints(part, (counts[part.code] ?? 0) / months)
  const rate = rateOf(indicator, counts)
  if (rate === null) return null
  return clamp(part.points === 'step' ? stepPoints(part, rate) : part.points === 'complement' ? (1 - rate) * FULL : rate * FULL)
}

/**
 * What a scheme would give for these counts.
 * @param {{parts: object[], deductions: object[]}} scheme @param {Map<string, object>} indicators by code
 * @param {{months: number, zeroIsFull: boolean}} manner months: how long it lasted, for bands
 * @returns {number | null} 0 to 100, exact; null where no rate has a value
 */
export const scoreOf = (scheme, indicators, counts, { months, zeroIsFull }) => {
  let [earned, weights, anyRate] = [0, 0, false]
  for (const part of scheme.parts) {
    const worth = pointsOf(part, indicators.get(part.code), counts, months)
    anyRate ||= part.points !== 'band' && worth !== null
    if (worth === null && !zeroIsFull) continue
    earned += (part.weight * (worth ?? FULL)) / FULL
    weights += part.weight
  }
  if (!weights || (!anyRate && !zeroIsFull)) return null
  const off = scheme.deductions.reduce((sum, { code, each }) => sum + (counts[code] ?? 0) * each, 0)
  return clamp(((earned - off) * FULL) / weights)
}

/** The grade of a score as it is shown; the grades come with the highest first. */
export const gradeOf = (score, grades) =>
  ((score ?? null) === null ? null : grades.find(({ from }) => Math.round(score * 100) / 100 >= from)?.letter ?? null)

export const weightsOf = parts => parts.reduce((sum, { weight }) => sum + (Number(weight) || 0), 0)

/**
 * What each part and each deduction puts into the score; together they are the score, before it is kept within 0 and 100.
 * @returns {{parts: {code: string, share: number | null}[], off: {code: string, share: number}[], sum: number}}
 */
export const shares = ({ parts, deductions }, { points = {}, deducted = {} }) => {
  const weights = weightsOf(parts.filter(({ code }) => code in points))
  const given = parts.map(({ code, weight }) => ({ code, share: code in points ? (points[code] * weight) / weights : null }))
  const off = deductions.map(({ code }) => ({ code, share: weights ? ((deducted[code] ?? 0) * FULL) / weights : 0 }))
  return { parts: given, off, sum: given.reduce((sum, { share }) => sum + (share ?? 0), 0) - off.reduce((sum, { share }) => sum + share, 0) }
}

/**
 * Five steps for a map, 5 the best, between the lowest and the highest of what is shown: rates of a town lie close together.
 * @returns {(rate: number | null | undefined) => number | null} null where there is no rate
 */
export const stepsOf = (rates, better) => {
  const known = rates.filter(rate => (rate ?? null) !== null)
  const [low, high] = [Math.min(...known), Math.max(...known)]
  return rate => {
    if ((rate ?? null) === null) return null
    const part = high > low ? (rate - low) / (high - low) : 1
    return high > low ? Math.min(5, Math.floor((better === 'low' ? 1 - part : part) * 5) + 1) : 5
  }
}
