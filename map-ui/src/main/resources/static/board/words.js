// board/words.js – the translator of the board.
import { translator } from '../lib/i18n.js'
import { messages } from './messages.js'

export const t = translator(messages)
