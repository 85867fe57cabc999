// admin/grids/cutPanel.js – generate cells: where, how large; numbers and preview; then store.

import { html } from 'lit-html'
import { local } from '../../lib/i18n.js'
import { area } from './model.js'
import { t } from './words.js'

const histogram = sizes => {
  const most = Math.max(1, ...sizes.map(({ cells }) => cells))
  return html`<table class="sizes"><tbody>${sizes.map(({ upTo, cells }) => html`<tr><th scope="row" class="figures">${t('cut.bin', { n: Math.round(upTo).toLocaleString() })}</th>
    <td><meter min="0" max=${most} .value=${cells}></meter></td><td class="figures number">${cells}</td></tr>`)}</tbody></table>`
}

const shown = (plan, state, on) => {
  const replaced = plan.communities.reduce((sum, { before }) => sum + before, 0)
  return html`
    <section role="status">
      <p><strong>${t('cut.count', { n: plan.cells, area: area(plan.areaSquareMetres) })}</strong></p>
      <p class="soft">${t('cut.sizes', { least: area(plan.stats.smallest), median: area(plan.stats.median), most: area(plan.stats.largest) })}</p>
      ${histogram(plan.stats.sizes)}
      <p>${t('cut.members', { n: plan.membership.inDutyGrids, m: plan.membership.inNone, k: plan.membership.divided })}</p>
      ${replaced ? html`<p class="notice">${t('cut.replaces', { n: replaced })}</p>` : ''}
      <div class="row"><button type="button" class="primary" ?disabled=${state.busy} @click=${on.storeCells}>${t('cut.store')}</button>
        <button type="button" @click=${on.forgetPlan}>${t('grid.forget')}</button></div>
      <div class="scroll"><table><thead><tr><th>${t('cut.community')}</th><th class="number">${t('cut.before')}</th><th class="number">${t('cut.after')}</th><th class="number">${t('cut.area')}</th></tr></thead>
        <tbody>${plan.communities.map(each => html`<tr><td>${local(each.name)} <span class="soft code">${each.code.slice(9)}</span></td><td class="number figures">${each.before}</td><td class="number figures">${each.cells}</td><td class="number figures">${area(each.areaSquareMetres)}</td></tr>`)}</tbody></table></div>
    </section>`
}

export const cutPanel = (state, on) => html`
  <p class="soft">${t('cut.lead')}</p>
  <form class="row end" @submit=${event => { event.preventDefault(); on.plan(event.target.division.value, event.target.size.value) }}>
    <label class="field grow"><span>${t('cut.where')}</span><select name="division"><option value=${state.townCode}>${t('cut.town')}</option>
      ${state.communities.map(({ code, name }) => html`<option value=${code}>${local(name)} ${code.slice(9)}</option>`)}</select></label>
    <label class="field"><span>${t('cut.size')}</span><input name="size" type="number" min="2500" max="40000" step="500" .defaultValue=${'10000'} required></label>
    <button class="primary" ?disabled=${state.busy || Boolean(state.at)}>${t('cut.preview')}</button></form>
  ${state.busy === 'cut' ? html`<p role="status">${t('cut.running')}</p><progress></progress>` : state.plan ? shown(state.plan, state, on) : ''}`
