// board/evaluation/words.js – the page's words, numbers and grades.

import { html } from 'lit-html'
import { local, locale, translator } from '../../lib/i18n.js'
import { messages } from './messages.js'

export const t = translator(messages)

const number = digits => value => ((value ?? null) === null ? '–' : Number(value).toLocaleString(locale(), { minimumFractionDigits: digits, maximumFractionDigits: digits }))

export const whole = number(0)
export const points = number(2)

/** With its sign; a minus as long as a plus. */
export const signed = value => (value < 0 ? `−${points(-value)}` : `+${points(value)}`)

/** A rate; nothing over nothing is a dash. */
export const percent = part => ((part ?? null) === null ? '–' : `${(part * 100).toLocaleString(locale(), { maximumFractionDigits: 2 })} %`)

/** The letter with its word; the shade beside it says nothing more. */
export const gradeMark = (letter, grades) => (letter
  ? html`<span class="grade"><i class="grade-mark grade-${letter}" aria-hidden="true"></i><strong>${letter}</strong> <small class="soft">${local(grades.find(one => one.letter === letter)?.name)}</small></span>` : '–')
