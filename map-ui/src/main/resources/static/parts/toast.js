// parts/toast.js – short messages at the foot of the page; one may carry a button.

import { html, render } from 'lit-html'
import { repeat } from 'lit-html/directives/repeat.js'
import { w } from './words.js'

const shown = []
let last = 0

const host = () => {
  const known = document.querySelector('.toasts')
  if (known) return known
  const made = document.createElement('div')
  made.className = 'toasts'
  made.setAttribute('role', 'status')
  made.setAttribute('aria-live', 'polite')
  return document.body.appendChild(made)
}

const draw = () => render(repeat(shown, ({ id }) => id, toast => html`
  <div class="toast ${toast.tone ?? ''}">
    <span>${toast.text}</span>
    ${toast.button ? html`<button type="button" class="quiet" @click=${() => { toast.close(); toast.button.act() }}>${toast.button.words}</button>` : ''}
    <button type="button" class="quiet icon" aria-label=${w('close')} @click=${toast.close}>✕</button>
  </div>`), host())

/**
 * @param {string} text
 * @param {{tone?: 'bad' | 'good', seconds?: number, button?: {words: string, act: () => void}}} [how]
 * @returns {{close: () => void, say: (text: string) => void}}
 */
export const toast = (text, { tone, seconds = 5, button } = {}) => {
  const entry = { id: ++last, text, tone, button }
  entry.close = () => {
    const at = shown.indexOf(entry)
    if (at >= 0) shown.splice(at, 1)
    draw()
  }
  entry.say = words => {
    entry.text = words
    draw()
  }
  shown.push(entry)
  draw()
  setTimeout(entry.close, seconds * 1000)
  return entry
}

export const copy = async text => {
  await navigator.clipboard?.writeText(text).catch(() => {})
  toast(w('copied', { text }), { seconds: 2 })
}
