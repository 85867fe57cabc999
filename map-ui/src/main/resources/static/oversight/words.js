// oversight/words.js – the translator of oversight.
import { translator } from '../lib/i18n.js'
import { messages } from './messages.js'

export const t = translator(messages)
