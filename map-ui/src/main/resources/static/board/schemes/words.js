// board/schemes/words.js – the translator of the schemes page, and its numbers.

import { locale, translator } from '../../lib/i18n.js'
import { messages } from './messages.js'

export const t = translator(messages)

export const points = value => ((value ?? null) === null ? '–' : Number(value).toLocaleString(locale(), { minimumFractionDigits: 2, maximumFractionDigits: 2 }))

export const percent = part => `${(part * 100).toLocaleString(locale(), { maximumFractionDigits: 2 })} %`
