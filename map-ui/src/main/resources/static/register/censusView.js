// register/censusView.js – how many, how dense, and what the cards lack; each number opens what it counts.

import { html } from 'lit-html'
import { local } from '../lib/i18n.js'
import { may } from '../lib/session.js'
import { fullMoment } from '../lib/time.js'
import { canBeListed, censusFile } from '../server/register.js'
import { BYS, LACKS, percent, share, t, whole } from './words.js'

const FIELD = { class: 'classCode', grid: 'grid', division: 'division', owner: 'owner', state: 'state' }
const missing = (line, lack) => line[`missing${lack[0].toUpperCase()}${lack.slice(1)}`]

const nameOf = ({ key, name }) => (key === undefined ? t('outside') : local(name) || t('unnamed'))

const address = (part, patch) => {
  const query = new URLSearchParams({ tab: 'list' })
  for (const [name, value] of Object.entries({ ...part, lacks: '', ...patch })) if (value) query.set(name, value)
  return `?${query}`
}

const opening = (state, on, patch, words) => html`
  <a href=${address(state.part, patch)} title=${t('open.list')} @click=${event => { event.preventDefault(); on.openList(patch) }}>${words}</a>`

const lackCell = (state, on, line, patch, lack) => {
  const n = missing(line, lack)
  const part = share(n, line.count)
  return html`<td class="number figures lack" data-tenths=${Math.ceil(part * 10)} title=${whole(n)}>
    ${n && canBeListed(lack) ? opening(state, on, { ...patch, lacks: lack }, percent(part)) : percent(part)}</td>`
}

const row = (state, on, most) => line => {
  const field = FIELD[state.board.by]
  const patch = line.key === undefined ? { lacks: 'cell' } : { [field]: line.key }
  return html`<tr>
    <th scope="row">${nameOf(line)} <span class="soft code">${state.board.by === 'state' ? '' : line.key ?? ''}</span></th>
    <td class="bar-cell"><meter min="0" max=${Math.max(1, most)} .value=${line.count}></meter></td>
    <td class="number figures">${opening(state, on, patch, whole(line.count))}</td>
    <td class="number figures">${line.perSquareKilometre === undefined ? '' : whole(Math.round(line.perSquareKilometre))}</td>
    ${LACKS.map(lack => lackCell(state, on, line, patch, lack))}</tr>`
}

const table = (state, on) => {
  const { board } = state
  const most = Math.max(...board.items.map(({ count }) => count))
  return html`<div class="scroll"><table class="census">
    <thead><tr><th>${t('name')}</th><th></th><th class="number">${t('count')}</th><th class="number">${t('density')}</th>
      ${LACKS.map(lack => html`<th class="number" title=${t('lack.hint')}>${t(`lack.${lack}`)}</th>`)}</tr></thead>
    <tbody>${board.items.map(row(state, on, most))}</tbody>
    <tfoot><tr><th scope="row">${t('total')}</th><td></td><td class="number figures">${opening(state, on, {}, whole(board.total.count))}</td>
      <td class="number figures">${board.total.perSquareKilometre === undefined ? '' : whole(Math.round(board.total.perSquareKilometre))}</td>
      ${LACKS.map(lack => lackCell(state, on, board.total, {}, lack))}</tr></tfoot></table></div>`
}

const age = ({ board, me, taking }, on) => html`
  <p class="soft age">${t('taken', { time: fullMoment(board.takenAt, me.zone), seconds: (board.tookMillis / 1000).toFixed(1) })}
    ${board.current ? t('current') : html`<strong>${t('changed')}</strong>`}
    ${may(me, 'ADMINISTRATOR') ? html`<button type="button" class="chip" ?disabled=${taking} @click=${on.take}>${t(taking ? 'taking' : 'take')}</button>` : ''}</p>`

export const censusView = (state, on) => html`
  <div class="row between">
    <div class="row" role="group" aria-label=${t('by')}>${BYS.map(by => html`
      <button type="button" class="chip" aria-pressed=${state.by === by} @click=${() => on.tellBy(by)}>${t(`by.${by}`)}</button>`)}</div>
    <div class="row"><span class="soft">${t('download')}</span>
      ${['csv', 'xlsx'].map(f => html`<a class="button" download href=${censusFile(state.by, state.part, f)}>${f.toUpperCase()}</a>`)}</div>
  </div>
  ${!state.board ? html`<div class="skeleton block-skeleton"></div>`
    : state.board.items.length ? html`${table(state, on)}${age(state, on)}`
    : html`<div class="empty"><p>${t(Object.values(state.part).some(Boolean) ? 'list.none' : 'census.none')}</p>
        ${may(state.me, 'ADMINISTRATOR') ? html`<a class="button" href="/admin/imports/">${t('import')}</a>` : ''}</div>`}`
