// board/split.js – what went through by source, class, place or department; a row opens its cases and shows itself in the chart.

import { html, nothing } from 'lit-html'
import { local } from '../lib/i18n.js'
import { onTimeRate } from '../lib/series.js'
import { may } from '../lib/session.js'
import { SPLITS, evaluationOf, measureOf } from '../lib/split.js'
import { percent, sparkLine } from '../parts/figures.js'
import { w } from '../parts/words.js'
import { t } from './words.js'

const SHOWN = 10
const COLUMNS = ['reported', 'handled', 'closed']

export const mayEvaluate = me => may(me, 'SHIFT_LEADER', 'INSPECTOR', 'EVALUATOR', 'ADMINISTRATOR')

const number = (item, name, by) => html`<td class="number figures">${name === measureOf(by) && item[name] ? html`<a href="/desk/?${item.link}">${item[name]}</a>` : by === 'unit' && name === 'reported' ? '–' : item[name]}</td>`

const row = (item, { by, part, me }, on) => {
  const evaluated = mayEvaluate(me) ? evaluationOf(by, item.key) : null
  return html`<tr class=${item.key === part ? 'chosen' : ''}><th scope="row"><button type="button" class="quiet left" aria-pressed=${item.key === part} title=${t('split.show')} @click=${() => on.part(item.key)}>${local(item.name)}</button></th>
    <td>${item.trend ? sparkLine(item.trend[measureOf(by)], 96, 22) : nothing}</td>
    ${COLUMNS.map(name => number(item, name, by))}
    <td class="number figures">${percent(onTimeRate(item))}</td>
    <td>${evaluated ? html`<a href=${evaluated}>${t('evaluated')}</a>` : nothing}</td></tr>`
}

const rows = (state, on) => {
  const { split } = state
  if (!split) return html`<div class="skeleton block-skeleton"></div>`
  if (!split.items.length) return html`<p class="soft">${t('none')}</p>`
  return html`<div class="scroll"><table class="board-table split-table"><thead><tr><th>${t(`split.${state.by}`)}</th><th>${t('split.trend')}</th>
      ${COLUMNS.map(name => html`<th class="number">${w(`figure.${name}`)}</th>`)}<th class="number">${w('figure.onTime')}</th><th></th></tr></thead>
    <tbody>${split.items.slice(0, SHOWN).map(item => row(item, state, on))}</tbody></table></div>
    ${split.items.length > SHOWN ? html`<p class="soft">${t('split.more', { n: SHOWN, of: split.items.length })}</p>` : nothing}`
}

export const split = (state, on) => html`<section class="board-split"><h2>${t('split')}</h2>
  <div class="chips" role="group" aria-label=${t('split')}>${SPLITS.map(by => html`<button type="button" class="chip" data-by=${by} aria-pressed=${state.by === by} @click=${() => on.by(by)}>${t(`split.${by}`)}</button>`)}</div>
  ${rows(state, on)}</section>`
