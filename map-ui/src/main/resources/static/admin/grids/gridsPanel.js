// admin/grids/gridsPanel.js – the list of duty grids, and the one in hand: its cells, its names, its end.

import { html } from 'lit-html'
import { repeat } from 'lit-html/directives/repeat.js'
import { gridNumber } from '../../lib/gridNumber.js'
import { local } from '../../lib/i18n.js'
import { asMoves } from '../../lib/joining.js'
import { area } from './model.js'
import { t } from './words.js'

const nameOf = grid => `${gridNumber(grid.number)} ${local(grid.name)}`

const row = (grid, state, on) => html`
  <li><button type="button" class="grid-row left wide" aria-pressed=${grid.code === state.chosen} @click=${() => on.choose(grid.code === state.chosen ? null : grid.code)}>
    <strong class="figures">${gridNumber(grid.number)}</strong> <span class="grow">${local(grid.name)}<br><span class="soft">${t('grid.cells', { n: grid.cells })} · ${area(grid.areaSquareMetres)}</span></span>
    ${grid.collector ? html`<span class="soft">${grid.collector.displayName}</span>` : html`<span class="bad">${t('grid.vacant')}</span>`}</button></li>`

const tools = (state, on) => html`
  <fieldset class="tool-bar"><legend class="hint">${t('tool.how')}</legend>
    ${['pick', 'box', 'brush'].map(tool => html`<button type="button" class="chip" aria-pressed=${state.tool === tool} @click=${() => on.tool(tool)}>${t(`tool.${tool}`)}</button>`)}
    <button type="button" class="chip" ?disabled=${!state.joining.done.length} @click=${on.undo}>↶ ${t('undo')}</button>
    <button type="button" class="chip" ?disabled=${!state.joining.undone.length} @click=${on.redo}>↷ ${t('redo')}</button>
  </fieldset>
  <details class="hint"><summary>${t('grid.codes')}</summary>
    <form class="row" @submit=${event => { event.preventDefault(); on.byCode(event.target.codes.value, event.submitter.value); event.target.reset() }}>
      <input name="codes" placeholder=${t('grid.codes.hint')} aria-label=${t('grid.codes.hint')}>
      <button value="in">${t('grid.join')}</button><button value="out">${t('grid.remove')}</button></form>
  </details>
  <p class="hint">${t('tool.hint')}</p>`

const merging = (grid, state, on) => html`
  <form class="row" @submit=${event => { event.preventDefault(); on.merge(grid, event.target.into.value) }}>
    <label class="field grow"><span>${t('grid.merge')}</span><select name="into">${state.grids.filter(({ code }) => code !== grid.code).map(other => html`<option value=${other.code}>${nameOf(other)}</option>`)}</select></label>
    <button>${t('grid.merge.do')}</button></form>`

const naming = (grid, on) => html`
  <form class="naming" @submit=${event => { event.preventDefault(); on.rename(grid, new FormData(event.target)) }}>
    <label class="field"><span>${t('grid.number')}</span><input name="number" type="number" min="1" max="9999" .value=${String(grid.number)} required></label>
    <label class="field"><span>${t('grid.zh')}</span><input name="zh" .value=${grid.name.zh ?? ''} required maxlength="100"></label>
    <label class="field"><span>${t('grid.en')}</span><input name="en" .value=${grid.name.en ?? ''} required maxlength="100"></label>
    <button>${t('grid.rename')}</button></form>`

const inHand = (grid, state, on) => {
  const { join, remove } = asMoves(state.joining)
  const changed = join.length + remove.length > 0
  return html`
    <section class="in-hand">
      <div class="row between"><h2>${nameOf(grid)}</h2><button type="button" class="quiet" @click=${() => on.choose(null)}>${t('grid.close')}</button></div>
      <p class="soft"><span class="code">${grid.code}</span> · ${t('grid.cells', { n: grid.cells })} · ${area(grid.areaSquareMetres)}</p>
      ${state.at ? '' : html`${tools(state, on)}
        <p role="status">${changed ? html`<strong>${t('grid.pending', { join: join.length, remove: remove.length })}</strong> · ${t('grid.after', on.after())}` : html`<span class="soft">${t('grid.nopending')}</span>`}</p>
        <div class="row"><button type="button" class="primary" ?disabled=${!changed || state.busy} @click=${on.save}>${t('grid.save')} <kbd>S</kbd></button>
          <button type="button" ?disabled=${!changed} @click=${on.forget}>${t('grid.forget')}</button></div>
        <details><summary>${t('grid.more')}</summary><div class="more">${naming(grid, on)}${state.grids.length > 1 ? merging(grid, state, on) : ''}
          <button type="button" class="danger" @click=${() => on.retire(grid)}>${t('grid.retire')}</button></div></details>`}
    </section>`
}

const making = (state, on) => {
  const { join } = asMoves(state.joining)
  return html`
    <section class="in-hand"><div class="row between"><h2>${t('grid.new')}</h2><button type="button" class="quiet" @click=${() => on.choose(null)}>${t('grid.close')}</button></div>
      <p role="status">${t('grid.new.lead', { n: join.length, area: on.after().area })}</p>
      ${tools(state, on)}
      <div class="row"><button type="button" class="primary" ?disabled=${!join.length || state.busy} @click=${on.save}>${t('grid.new.of')} <kbd>S</kbd></button></div></section>`
}

export const gridsPanel = (state, on) => {
  const grid = state.grids.find(({ code }) => code === state.chosen)
  return html`
    ${grid ? inHand(grid, state, on) : state.chosen === 'new' ? making(state, on) : state.at ? '' : html`<div class="row between"><span class="soft">${state.free ? t('grid.free', { n: state.free }) : ''}</span>
      <button type="button" class="primary" ?disabled=${!state.cells.size} @click=${() => on.choose('new')}>${t('grid.new')} <kbd>N</kbd></button></div>`}
    ${state.grids.length ? html`<ul class="grid-list">${repeat(state.grids, ({ code }) => code, each => row(each, state, on))}</ul>` : html`<p class="empty">${t(state.at ? 'grid.none.then' : 'grid.none')}</p>`}`
}
