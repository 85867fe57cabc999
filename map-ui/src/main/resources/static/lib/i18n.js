// lib/i18n.js – the reader's language, and texts in it. Chinese first; a change is a DOM event, no reload.
// A page area keeps its texts in one module: export const messages = { zh: {…}, en: {…} }.

const KEY = 'citygrid.language'
let current = globalThis.document?.documentElement.lang?.startsWith('en') ? 'en' : 'zh'

/** @returns {'zh' | 'en'} */
export const language = () => current

/** The tag for Intl and for the lang attribute. */
export const locale = () => (current === 'en' ? 'en-GB' : 'zh-CN')

/** @param {'zh' | 'en'} wanted */
export const setLanguage = wanted => {
  current = wanted === 'en' ? 'en' : 'zh'
  if (!globalThis.document) return
  try { localStorage.setItem(KEY, current) } catch { /* private window: this page only */ }
  document.documentElement.lang = current === 'en' ? 'en' : 'zh-CN'
  document.dispatchEvent(new CustomEvent('language', { detail: current }))
}

/** Fills "{name}" from values; "{n|case|cases}" picks the first form when n is 1. */
export const fill = (text, values = {}) =>
  text.replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (whole, name, one, many) => {
    if (!(name in values)) return whole
    return one === undefined ? String(values[name]) : Number(values[name]) === 1 ? one : many
  })

/** Makes a page area's `t(key, values)`; a missing key shows itself, so that it is seen and not blank. */
export const translator = messages => (key, values) => {
  const text = messages[current]?.[key] ?? messages.zh?.[key]
  return text === undefined ? key : fill(text, values)
}

/** With a capital letter, as labels have it; Chinese has none. */
export const capital = text => text.charAt(0).toUpperCase() + text.slice(1)

/** The reader's side of a {zh, en} text from the server; the other one where this side is missing. */
export const local = text =>
  typeof text === 'string' ? text : text?.[current] || text?.[current === 'en' ? 'zh' : 'en'] || ''
