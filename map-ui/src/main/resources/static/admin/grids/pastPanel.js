// admin/grids/pastPanel.js – what was done to this land, newest first; each can be taken back whole.

import { html } from 'lit-html'
import { moment } from '../../lib/time.js'
import { t } from './words.js'

const canUndo = change => !change.undoneBy && !change.act.startsWith('SURVEY_')

const changeRow = (change, state, on) => html`
  <li class="change"><span class="grow"><strong>${t(`act.${change.act}`)}</strong> <span class="code">${change.subject ?? ''}</span><br>
    <span class="soft">${moment(change.at, state.me.zone)} · ${change.by ?? ''} · ${t('past.rows', { n: change.rows })}</span></span>
    ${change.undoneBy ? html`<span class="soft">${t('past.undone')}</span>` : canUndo(change) ? html`<button type="button" class="quiet" @click=${() => on.takeBack(change.revision)}>${t('undo')}</button>` : ''}</li>`

export const pastPanel = (state, on) => html`
  <p class="soft">${t('past.lead')}</p>
  ${state.changes?.length ? html`<ul class="grid-list">${state.changes.map(change => changeRow(change, state, on))}</ul>` : html`<p class="empty">${state.changes ? t('past.none') : t('loading')}</p>`}`
