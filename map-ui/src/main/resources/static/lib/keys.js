// lib/keys.js – one-letter keys of a page; silent while somebody types or holds a modifier.

const typing = target => target?.closest?.('input, textarea, select, [contenteditable]')

/** @param {(key: string, event: KeyboardEvent) => boolean | void} act true: the key was ours */
export const onKeys = act => {
  const listen = event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    if (typing(event.target) && event.key !== 'Escape') return
    if (act(event.key, event)) event.preventDefault()
  }
  document.addEventListener('keydown', listen)
  return () => document.removeEventListener('keydown', listen)
}
