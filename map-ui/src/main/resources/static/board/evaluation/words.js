// board/evaluation/words.js – the page's words and numbers.

import { locale, translator } from '../../lib/i18n.js'
import { messages } from './messages.js'

export const t = translator(messages)

const number = digits => value => (value ?? null) === null ? '–' : Number(value).toLocaleString(locale(), { minimumFractionDigits: digits, maximumFractionDigits: digits })

export const whole = number(0)
export const points = number(2)

/** A rate; nothing over nothing is a dash. */
export const percent = part => ((part ?? null) === null ? '–' : `${(part * 100).toLocaleString(locale(), { maximumFractionDigits: 1 })} %`)
