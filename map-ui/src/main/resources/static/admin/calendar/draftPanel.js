// admin/calendar/draftPanel.js – what has been changed and not saved, what it would do, and the button that does it.

import { html } from 'lit-html'
import { live } from 'lit-html/directives/live.js'
import { daysWords, periodsWords } from './hoursPanel.js'
import { t } from './words.js'

const line = (words, drop) => html`<li><span>${words}</span><button type="button" class="quiet icon" aria-label="${t('draft.drop')}: ${words}" @click=${drop}>✕</button></li>`

const dayWords = (day, one) => (one ? `${day} ${t(one.works ? 'day.on' : 'day.off')} · ${one.name}` : `${day} ${t('draft.week')}`)

export const isEmpty = ({ draft, newHours, removed }) => !draft.size && !newHours.length && !removed.length

const previewWords = ({ preview }) => {
  if (!preview) return html`<span class="soft">${t('preview.asking')}</span>`
  if (preview.fault) return html`<span class="bad">${preview.fault}</span>`
  return preview.cases ? html`<strong>${t('preview', { n: preview.cases, later: preview.later, earlier: preview.earlier })}</strong>` : t('preview.none')
}

export const draftPanel = (state, on) => html`
  <section class="draft-panel" aria-label=${t('draft')}>
    <h3>${t('draft')}</h3>
    ${isEmpty(state) ? html`<p class="soft">${t('draft.none')}</p>` : html`
      <ul class="drafts">
        ${[...state.draft].sort().map(([day, one]) => line(dayWords(day, one), () => on.dropDay(day)))}
        ${state.newHours.map(one => line(t('hours.line', { from: one.validFrom, days: daysWords(one.days), periods: periodsWords(one.periods) }), () => on.dropHours(one.validFrom)))}
        ${state.removed.map(from => line(t('hours.removed', { from }), () => on.keepHours(from)))}
      </ul>
      <p class="effect" role="status">${previewWords(state)}</p>
      <p class="soft">${t('preview.rule')}</p>
      <form @submit=${event => { event.preventDefault(); on.save() }}>
        <label class="field"><span>${t('note')}</span><input id="note" maxlength="500" placeholder=${t('note.hint')} .value=${live(state.note)} @input=${event => on.note(event.target.value)}></label>
        ${state.fault ? html`<p class="bad" role="alert">${state.fault}</p>` : ''}
        <div class="row"><button type="submit" class="primary" ?disabled=${state.saving}>${t(state.saving ? 'saving' : 'save')}</button><button type="button" class="quiet" @click=${on.dropAll}>${t('draft.all')}</button></div>
      </form>`}
  </section>`
