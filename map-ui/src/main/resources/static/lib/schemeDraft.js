// lib/schemeDraft.js – a new version of a scheme while it is being written, and what the server is sent of it. Pure.

import { weightsOf } from './score.js'

const number = value => (value === '' || value === null || value === undefined ? null : Number(value))

/** A draft that begins as a known version. */
export const draftOf = ({ code, of, name, parts, deductions, grades }, validFrom) => ({
  code, of, zh: name.zh, en: name.en, validFrom,
  parts: parts.map(part => ({ code: part.code, points: part.points, weight: part.weight, bands: (part.bands ?? []).map(({ upTo, points }) => ({ upTo: upTo ?? '', points })), from: part.from === undefined ? '' : Math.round(part.from * 10_000) / 100, off: part.off ?? '' })),
  deductions: deductions.map(({ code: what, each }) => ({ code: what, each })),
  grades: grades.map(({ from }) => from),
})

/** A part as it begins: by bands where a count was chosen, else by its rate; a low rate is the better one where the indicator says so. */
export const newPart = (code, indicators) => {
  const indicator = indicators.get(code)
  return { code, weight: '', points: !indicator ? 'band' : indicator.better === 'low' ? 'complement' : 'rate', bands: indicator ? [] : [{ upTo: '', points: 100 }], from: '', off: '' }
}

const partOf = ({ code, points, weight, bands, from, off }) => ({
  points, weight: number(weight),
  ...(points === 'band' ? { count: code, bands: bands.map(({ upTo, points: worth }) => ({ upTo: number(upTo), points: number(worth) })) } : { indicator: code }),
  ...(points === 'step' ? { from: (number(from) ?? 0) / 100, off: number(off) ?? 0 } : {}),
})

/** What POST /api/evaluation/schemes takes. */
export const formOf = draft => ({
  code: draft.code, of: draft.of, name: { zh: draft.zh.trim(), en: draft.en.trim() }, validFrom: draft.validFrom,
  parts: draft.parts.map(partOf), deductions: draft.deductions.map(({ code, each }) => ({ count: code, each: number(each) })),
  grades: draft.grades.map(number),
})

/** The same as a scheme to work a score out by. */
export const schemeOf = draft => ({
  parts: formOf(draft).parts.map(({ indicator, count, ...part }) => ({ ...part, code: indicator ?? count, bands: part.bands ?? [] })),
  deductions: draft.deductions.map(({ code, each }) => ({ code, each: number(each) ?? 0 })),
})

const LETTERS = ['A', 'B', 'C', 'D', 'E']

/** The grades of a draft with their letters, the highest first. */
export const gradesOf = draft => draft.grades.map((from, i) => ({ letter: LETTERS[i], from: number(from) ?? 0 }))

/** One grade more, half way down from the last but one; one less. The lowest takes all that is left. */
export const moreGrades = grades => [...grades.slice(0, -1), Math.floor(Number(grades.at(-2)) / 2), 0]
export const fewerGrades = grades => [...grades.slice(0, -2), 0]
export const [FEWEST_GRADES, MOST_GRADES] = [2, LETTERS.length]

const fall = grades => grades.every((from, i) => number(from) !== null && Number(from) < (i ? Number(grades[i - 1]) : 100)) && Number(grades.at(-1)) === 0

/** What keeps a draft from being saved, as keys of words; empty when nothing does. */
export const faultsOf = ({ parts, grades }) => [
  ...(parts.length ? [] : ['no.parts']),
  ...(new Set(parts.map(({ code }) => code)).size === parts.length ? [] : ['one.twice']),
  ...(fall(grades) ? [] : ['grades.fall']),
]

/** Weights of another sum are allowed, for schemes that give marks; scores are brought to a hundred. */
export const isWhole = ({ parts }) => Math.abs(weightsOf(parts) - 100) < 1e-9

/** past, standing or coming, on a day. */
export const standing = ({ validFrom, until }, today) => (validFrom > today ? 'coming' : until && until < today ? 'past' : 'standing')
