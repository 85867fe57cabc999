// card/words.js – the translator of everything about cards.
import { translator } from '../lib/i18n.js'
import { messages } from './messages.js'

export const t = translator(messages)
export const stateOf = state => t(`state.${String(state).toLowerCase()}`)
