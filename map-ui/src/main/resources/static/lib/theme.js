// lib/theme.js – light or dark, by tokens alone.

export const theme = () => document.documentElement.dataset.theme ?? 'light'

export const setTheme = wanted => {
  document.documentElement.dataset.theme = wanted
  try { localStorage.setItem('citygrid.theme', wanted) } catch { /* private window: this page only */ }
  document.dispatchEvent(new CustomEvent('theme', { detail: wanted }))
}

export const switchTheme = () => setTheme(theme() === 'dark' ? 'light' : 'dark')

/** True when the reader asked for no motion. */
export const calm = () => matchMedia('(prefers-reduced-motion: reduce)').matches

const read = new Map()

/** The present value of a token, for canvases; read once a theme. @param {string} name such as "--disc-red" */
export const token = name => {
  const key = `${theme()} ${name}`
  if (!read.has(key)) read.set(key, getComputedStyle(document.documentElement).getPropertyValue(name).trim())
  return read.get(key)
}
