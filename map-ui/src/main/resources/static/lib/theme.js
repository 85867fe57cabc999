// lib/theme.js – light or dark, by tokens alone.

export const theme = () => document.documentElement.dataset.theme ?? 'light'

export const setTheme = wanted => {
  document.documentElement.dataset.theme = wanted
  try { localStorage.setItem('citygrid.theme', wanted) } catch { /* private window: this page only */ }
  document.dispatchEvent(new CustomEvent('theme', { detail: wanted }))
}

export const switchTheme = () => setTheme(theme() === 'dark' ? 'light' : 'dark')

/** The present value of a token, for canvases. @param {string} name such as "--disc-red" */
export const token = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim()
