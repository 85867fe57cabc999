// admin/responsibilities/words.js – the translator of this page.
import { translator } from '../../lib/i18n.js'
import { messages } from './messages.js'

export const t = translator(messages)
