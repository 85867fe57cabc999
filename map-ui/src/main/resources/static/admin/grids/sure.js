// admin/grids/sure.js – asks once before something large; resolves to yes or no.

import { html, render } from 'lit-html'
import { w } from '../../parts/words.js'
import { t } from './words.js'

export const sure = text => new Promise(answer => {
  const dialog = document.createElement('dialog')
  dialog.className = 'sheet sure'
  document.body.append(dialog)
  const close = said => { dialog.close(); dialog.remove(); answer(said) }
  dialog.addEventListener('cancel', () => close(false))
  render(html`<p>${text}</p><div class="row"><button type="button" class="primary" @click=${() => close(true)}>${t('sure')}</button>
    <button type="button" autofocus @click=${() => close(false)}>${w('cancel')}</button></div>`, dialog)
  dialog.showModal()
})
