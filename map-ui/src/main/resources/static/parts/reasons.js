// parts/reasons.js – why a row, a file or a card was refused, in the reader's language. The server says it in
// English, and how each sentence is said in Chinese.

import { language } from '../lib/i18n.js'

let chinese = []
let fields = {}

/** @param {{reasons: {says: string, zh: string}[], fields: Record<string, string>}} words as the server gives them */
export const learnReasons = words => {
  chinese = words.reasons.map(({ says, zh }) => [new RegExp(says, 'i'), zh])
  fields = words.fields
}

/** @param {string} reason */
export const reasonWords = reason => {
  if (language() !== 'zh' || !reason) return reason ?? ''
  return chinese.reduce((words, [english, zh]) => words.replace(english, zh), reason).trim()
}

/** Which field a refusal is about: `dimensions.height` is one of many. */
export const fieldWords = field => {
  if (language() !== 'zh' || !field) return field ?? ''
  const name = field.replace(/^properties\./, '')
  const [first, ...rest] = name.split('.')
  return rest.length && fields[first] ? `${fields[first]} ${rest.join('.')}` : fields[name] ?? name
}
