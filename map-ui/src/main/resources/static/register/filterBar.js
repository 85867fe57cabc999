// register/filterBar.js – which part of the register is looked at; the same for all three views.

import { html } from 'lit-html'
import { live } from 'lit-html/directives/live.js'
import { local } from '../lib/i18n.js'
import { canBeListed } from '../server/register.js'
import { STATES, t } from './words.js'

const choice = (name, options, { part }, on) => html`
  <label class="field"><span>${t(name === 'classCode' ? 'class' : name)}</span>
    <select name=${name} .value=${live(part[name] ?? '')} @change=${event => on.narrow({ [name]: event.target.value })}>
      <option value="">${t(`all.${name === 'classCode' ? 'class' : name}`)}</option>
      ${options.map(({ key, words }) => html`<option value=${key} ?selected=${part[name] === key}>${words}</option>`)}
    </select></label>`

const named = (items, words) => items.map(item => ({ key: item.code, words: words(item) }))

export const filterBar = (state, on) => html`
  <form class="filters" aria-label=${t('filters')} @submit=${event => event.preventDefault()}>
    ${choice('classCode', named(state.classes, ({ code, name }) => `${code} ${local(name)}`), state, on)}
    ${choice('division', named(state.divisions, ({ code, name }) => `${local(name)} ${code.slice(-6)}`), state, on)}
    ${choice('grid', named(state.grids, ({ number, name }) => `${number} ${local(name)}`), state, on)}
    ${choice('owner', named(state.units, ({ name }) => local(name)), state, on)}
    ${state.tab === 'twice' ? '' : choice('state', STATES.map(key => ({ key, words: t(`state.${key}`) })), state, on)}
    ${state.tab === 'list' ? choice('lacks', ['maintainer', 'spec', 'dimensions', 'photo', 'address', 'cell'].filter(canBeListed).map(key => ({ key, words: t(`lack.${key}`) })), state, on) : ''}
    ${Object.values(state.part).some(Boolean) ? html`<button type="button" class="quiet" @click=${on.clear}>× ${t('clear')}</button>` : ''}
  </form>`
