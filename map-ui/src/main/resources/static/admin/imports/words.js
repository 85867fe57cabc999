// admin/imports/words.js – the translator of the import page, and the server's own phrases in the reader's language.

import { language, translator } from '../../lib/i18n.js'
import { messages } from './messages.js'
import { phrases } from './serverPhrases.js'

export const t = translator(messages)

const known = (key, otherwise) => (language() === 'zh' ? phrases[key] ?? otherwise : otherwise)

/** How something is known: "the .prj file". */
export const fromWords = text => known(`from.${text}`, text)

/** A doubt about the whole file. @param {{code: string, message: string}} warning */
export const warningWords = ({ code, message }) => known(`warning.${code}`, message)

export const number = value => (value ?? 0).toLocaleString()

export const megabytes = bytes => (bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} kB` : `${(bytes / 1e6).toFixed(1)} MB`)
