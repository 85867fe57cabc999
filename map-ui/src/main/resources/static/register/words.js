// register/words.js – the page's words and numbers.

import { locale, translator } from '../lib/i18n.js'
import { messages } from './messages.js'

export const t = translator(messages)
export const whole = n => Number(n ?? 0).toLocaleString(locale())
export const share = (n, all) => (all ? n / all : 0)
export const percent = part => (part > 0 && part < 0.001 ? '< 0.1 %' : part < 1 && part > 0.999 ? '> 99.9 %' : `${(part * 100).toLocaleString(locale(), { maximumFractionDigits: 1 })} %`)

export const BYS = ['class', 'division', 'grid', 'owner', 'state']
export const STATES = ['intact', 'damaged', 'lost', 'abandoned', 'moved_away']
export const LACKS = ['owner', 'maintainer', 'spec', 'dimensions', 'photo', 'address']
