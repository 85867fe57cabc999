// panel/words.js – the translator of a case's parts.
import { translator } from '../lib/i18n.js'
import { messages } from './messages.js'

export const t = translator(messages)
