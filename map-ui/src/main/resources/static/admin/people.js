// admin/people.js – users and units: who there is, and a form for one more.

import { html } from 'lit-html'
import { addUnit, addUser } from '../server/town.js'
import { gridNumber } from '../lib/gridNumber.js'
import { local } from '../lib/i18n.js'
import { toast } from '../parts/toast.js'
import { problemWords, roleWord } from '../parts/words.js'
import { t } from './words.js'

const ROLES = ['COLLECTOR', 'ACCEPTOR', 'SHIFT_LEADER', 'DISPATCHER', 'DEPARTMENT', 'WORKER', 'INSPECTOR', 'EVALUATOR', 'ADMINISTRATOR']
const KINDS = ['DEPARTMENT', 'OWNER', 'GOVERNMENT']

const table = (heads, rows, none) => html`
  <p class="soft figures">${t('count', { n: rows.length })}</p>
  ${rows.length ? html`<div class="scroll"><table><thead><tr>${heads.map(key => html`<th>${t(key)}</th>`)}</tr></thead>
    <tbody>${rows.map(cells => html`<tr>${cells.map(cell => html`<td>${cell}</td>`)}</tr>`)}</tbody></table></div>` : html`<p class="empty">${t(none)}</p>`}`

const field = (name, words, how = {}) => html`
  <label class="field"><span>${words}</span><input name=${name} type=${how.type ?? 'text'} ?required=${!how.optional} .defaultValue=${how.value ?? ''} autocomplete=${how.complete ?? 'off'}></label>`

const save = (send, reload) => async event => {
  event.preventDefault()
  try {
    await send(new FormData(event.target))
    event.target.reset()
    toast(t('saved'), { tone: 'good', seconds: 3 })
    reload()
  } catch (problem) {
    toast(problemWords(problem), { tone: 'bad', seconds: 10 })
  }
}

const userOf = form => ({
  userName: form.get('userName'), displayName: form.get('displayName'), password: form.get('password'), roles: form.getAll('roles'),
  divisionCode: form.get('divisionCode'), ...(form.get('unitCode') ? { unitCode: form.get('unitCode') } : {}),
})

const unitOf = form => ({ code: form.get('code'), name: { zh: form.get('zh'), en: form.get('en') }, kind: form.get('kind'), divisionCode: form.get('divisionCode') })

const unitName = (units, code) => local(units.find(unit => unit.code === code)?.name) || code || ''

export const users = (state, on) => html`
  ${table(['user.name', 'user.display', 'user.roles', 'user.unit', 'user.division'],
    state.users.map(user => [html`<span class="code">${user.userName}</span>`, user.displayName, user.roles.map(roleWord).join(' · '), unitName(state.units, user.unitCode ?? user.unit?.code), html`<span class="code">${user.divisionCode}</span>`]), 'user.none')}
  <form class="admin-form" @submit=${save(form => addUser(userOf(form)), on.reload)}>
    <h2>${t('user.add')}</h2>
    ${field('userName', t('user.name'))}${field('displayName', t('user.display'))}${field('password', t('user.password'), { type: 'password', complete: 'new-password' })}
    ${field('divisionCode', t('user.division'), { value: state.me.divisionCode || state.town?.code })}
    <label class="field"><span>${t('user.unit')}</span><select name="unitCode"><option value=""></option>${state.units.map(unit => html`<option value=${unit.code}>${local(unit.name)}</option>`)}</select></label>
    <fieldset><legend>${t('user.roles')}</legend>${ROLES.map(role => html`<label class="check"><input type="checkbox" name="roles" value=${role}> ${roleWord(role)}</label>`)}</fieldset>
    <button type="submit" class="primary">${t('user.add')}</button>
  </form>`

export const units = (state, on) => html`
  ${table(['unit.code', 'unit.zh', 'unit.en', 'unit.kind', 'user.division'],
    state.units.map(unit => [html`<span class="code">${unit.code}</span>`, unit.name.zh, unit.name.en, t(`kind.${unit.kind}`), html`<span class="code">${unit.divisionCode}</span>`]), 'unit.none')}
  <form class="admin-form" @submit=${save(form => addUnit(unitOf(form)), on.reload)}>
    <h2>${t('unit.add')}</h2>
    ${field('code', t('unit.code'))}${field('zh', t('unit.zh'))}${field('en', t('unit.en'))}${field('divisionCode', t('user.division'), { value: state.me.divisionCode || state.town?.code })}
    <label class="field"><span>${t('unit.kind')}</span><select name="kind">${KINDS.map(kind => html`<option value=${kind}>${t(`kind.${kind}`)}</option>`)}</select></label>
    <button type="submit" class="primary">${t('unit.add')}</button>
  </form>`

const areaWords = squareMetres => (squareMetres / 1e6).toFixed(3)

export const grids = state => table(['grid.number', 'grid.name', 'grid.code', 'grid.area', 'grid.cells', 'grid.collector'],
  state.grids.map(grid => [html`<a href="/desk/?queue=open&grid=${grid.code}">${gridNumber(grid.number)}</a>`, local(grid.name), html`<span class="code">${grid.code}</span>`, html`<span class="figures">${areaWords(grid.areaSquareMetres)}</span>`, html`<span class="figures">${grid.cells}</span>`,
    grid.collector ? `${grid.collector.displayName} (${grid.collector.userName})` : html`<span class="bad">${t('grid.vacant')}</span>`]), 'grid.none')
