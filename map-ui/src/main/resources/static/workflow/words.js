// workflow/words.js – the page's words.

import { translator } from '../lib/i18n.js'
import { messages } from './messages.js'

export const t = translator(messages)
