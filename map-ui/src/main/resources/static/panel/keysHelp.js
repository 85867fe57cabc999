// panel/keysHelp.js – all keys of the desk.

import { html } from 'lit-html'
import { t } from '../desk/words.js'
import { w } from '../parts/words.js'

const KEYS = [['j / k', 'keys.j'], ['Enter', 'keys.enter'], ['A–Z', 'keys.letter'], ['/', 'keys.search'], ['g', 'keys.map'], ['n', 'keys.new'], ['Esc', 'keys.esc'], ['?', 'keys.help']]

export const keysHelp = on => html`
  <div class="veil" @click=${on.keys}>
    <div class="sheet" role="dialog" aria-modal="true" aria-label=${t('keys.title')} @click=${event => event.stopPropagation()}>
      <h2>${t('keys.title')}</h2>
      <dl class="facts keys">${KEYS.map(([key, words]) => html`<dt><kbd>${key}</kbd></dt><dd>${t(words)}</dd>`)}</dl>
      <button type="button" data-first @click=${on.keys}>${w('close')}</button>
    </div>
  </div>`
