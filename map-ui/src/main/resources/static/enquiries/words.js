// enquiries/words.js – the page's translator, and what the kinds and channels are.
import { translator } from '../lib/i18n.js'
import { messages } from './messages.js'

export const t = translator(messages)
export const KINDS = ['consult', 'help', 'complaint', 'suggestion']
export const CHANNELS = ['web', 'wechat', 'microblog', 'hotline', 'letter', 'visit']
export const STATES = ['NEW', 'ACCEPTED', 'FORWARDED', 'REOPENED', 'ANSWERED', 'CLOSED', 'CONVERTED']
