// admin/calendar/pastPanel.js – who changed the calendar, when, why, and how many deadlines it moved.

import { html } from 'lit-html'
import { fullMoment } from '../../lib/time.js'
import { roleWord } from '../../parts/words.js'
import { t } from './words.js'

export const pastPanel = ({ changes, me }) => {
  if (!changes) return html`<div class="skeleton block-skeleton"></div>`
  if (!changes.length) return html`<p class="empty">${t('past.none')}</p>`
  return html`<div class="scroll"><table><thead><tr>${['at', 'by', 'note', 'cases'].map(key => html`<th>${t(`past.${key}`)}</th>`)}</tr></thead>
    <tbody>${changes.map(one => html`<tr><td class="figures">${fullMoment(one.at, me.zone)}</td><td>${one.by === 'system' ? roleWord('SYSTEM') : one.by}</td><td class="note">${one.note}</td><td class="figures">${one.cases}</td></tr>`)}</tbody></table></div>`
}
