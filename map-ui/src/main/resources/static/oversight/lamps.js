// oversight/lamps.js – lamps of all open cases, by department or duty grid; every number opens exactly its cases.

import { html } from 'lit-html'
import { repeat } from 'lit-html/directives/repeat.js'
import { gridNumber } from '../lib/gridNumber.js'
import { withQuery } from '../lib/http.js'
import { local } from '../lib/i18n.js'
import { shape } from '../lib/lights.js'
import { lightMark } from '../parts/light.js'
import { problemWords, w } from '../parts/words.js'
import { t } from './words.js'

export const LAMPS = ['red', 'yellow', 'green', 'suspended', 'none']

/** What a row of lamps stands for, as the list of cases is asked for it. */
export const partOf = (row, by) => (by === 'units'
  ? (row.unit ? { unit: row.unit.code } : { assigned: 'false' })
  : (row.grid ? { grid: row.grid.code } : { inGrid: 'false' }))

export const rowKey = (row, by) => Object.values(partOf(row, by))[0]

export const rowName = (row, by) => (by === 'units'
  ? (row.unit ? local(row.unit.name) : t('lamps.none.unit'))
  : (row.grid ? gridNumber(row.grid.number) : t('lamps.none.grid')))

const place = (light, part) => withQuery('/desk/', { queue: 'open', light, ...part })

const number = (n, light, part, name) => (n
  ? html`<a class="figures light-${light}" href=${place(light, part)} aria-label=${t('lamps.label', { name, light: w(`light.${light}`), n })}>${n}</a>`
  : html`<span class="soft figures">0</span>`)

const lampRow = (row, { by, part }, on) => {
  const mine = partOf(row, by)
  const name = rowName(row, by)
  const chosen = part && JSON.stringify(part.of) === JSON.stringify(mine)
  return html`<tr aria-selected=${Boolean(chosen)}>
    <th scope="row"><button type="button" class="quiet left" title="${name} · ${t('lamps.only')}" @click=${() => on.only(chosen ? null : { of: mine, name: by === 'grids' && row.grid ? `${w('grid.word')} ${name}` : name })}>${name}</button>
      ${by === 'grids' && row.grid ? html`<span class="soft">${local(row.grid.name)}</span>` : ''}</th>
    ${LAMPS.map(light => html`<td>${number(row[light], light, mine, name)}</td>`)}</tr>`
}

const table = (state, on) => {
  const { overview, by } = state
  const rows = state.lampRows
  if (!rows.length) return html`<p class="empty">${t('lamps.empty')}</p>`
  return html`<table class="lamp-table"><thead><tr><td></td>${LAMPS.map(light => html`<th scope="col" title=${w(`light.${light}`)}>${lightMark(light)}</th>`)}</tr></thead>
    <tbody>${repeat(rows, row => rowKey(row, by), row => lampRow(row, state, on))}</tbody>
    <tfoot><tr><th scope="row">${t('lamps.all')}</th>${LAMPS.map(light => html`<td>${number(overview.lights[light], light, {}, t('lamps.all'))}</td>`)}</tr></tfoot></table>`
}

export const lamps = (state, on) => html`
  <h2 class="unseen">${t('lamps.by')}</h2>
  <div class="tabs" role="tablist">${['units', 'grids'].map(by => html`
    <button type="button" role="tab" aria-selected=${state.by === by} @click=${() => on.by(by)}>${t(`lamps.${by}`)}</button>`)}</div>
  <div class="scroll">${state.overview ? table(state, on)
    : state.overviewProblem ? html`<div class="empty bad"><p>${t('failed')} ${problemWords(state.overviewProblem)}</p><button type="button" @click=${on.reload}>${w('retry')}</button></div>`
    : html`<div class="skeleton block-skeleton"></div>`}</div>`

const sum = (light, n) => html`<a class="sum" href=${place(light, {})}><span class="light-${light}">${shape(light)}</span> ${w(`light.${light}`)} <strong class="figures light-${light}">${n}</strong></a>`

/** The town in one line; stuck cases and chases beside the lamps. */
export const sums = ({ overview, stuck, chases }) => {
  if (!overview) return html`<div class="sums"><span class="skeleton line"></span></div>`
  const overdue = (chases ?? []).filter(one => one.overdue && !one.gone).length
  return html`<nav class="sums" aria-label=${t('sums')}>
    ${LAMPS.map(light => sum(light, overview.lights[light]))}
    <span class="sums-gap"></span>
    <a class="sum" href="/desk/?queue=all&stuck=any">${t('tab.stuck')} <strong class="figures">${stuck ? stuck.length : overview.stuck}</strong></a>
    <a class="sum" href="/desk/?queue=open&supervised=open">${t('chases.waiting')} <strong class="figures">${chases ? chases.filter(one => !one.gone).length : overview.chasesOpen}</strong></a>
    <a class="sum" href="/desk/?queue=open&supervised=overdue">${t('chases.overdue')} <strong class="figures ${overdue ? 'bad' : ''}">${chases ? overdue : overview.chasesOverdue}</strong></a>
  </nav>`
}
