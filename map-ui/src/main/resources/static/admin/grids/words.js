// admin/grids/words.js – this page's translator.
import { translator } from '../../lib/i18n.js'
import { messages } from './messages.js'

export const t = translator(messages)
