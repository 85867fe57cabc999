// phone/similarCard.js – the question "already reported here, follow it?", and what is kept when somebody does.

import { html, nothing } from 'lit-html'
import { local, translator } from '../lib/i18n.js'
import { duration, fullMoment, minutesUntil } from '../lib/time.js'
import { icon } from './icons.js'
import { messages } from './messages.js'
import { metresInWords } from './position.js'

const t = translator(messages)

/** Nobody paces off less than five metres. */
const whereWords = ({ sameComponent, metres }) =>
  (sameComponent ? t('similar.component') : metres < 5 ? t('similar.here') : t('similar.metres', { metres: metresInWords(metres) }))

const row = (item, zone, follow) => html`<li class="similar-row">
  <span class="grow"><span class="strong">${whereWords(item)} · ${t('similar.ago', { span: duration(minutesUntil(item.reportedAt)) })}</span>
    <small>${local(item.className)} · ${local(item.statusWords)}${item.deadline ? ` · ${t('similar.deadline', { time: fullMoment(item.deadline, zone) })}` : ''}</small></span>
  <button class="button primary" data-follow=${item.followId} @click=${() => follow(item)}>${t('similar.follow')}</button></li>`

/** The question, or nothing. */
export const similarCard = (items, { zone, follow, another }) => (items.length ? html`
  <section class="card similar" role="status"><h2>${icon('flag')} ${t('similar.title')}</h2>
    <p class="soft">${t('similar.words')}</p>
    <ul class="choices">${items.slice(0, 3).map(item => row(item, zone, follow))}</ul>
    <button class="button wide" data-another @click=${() => another(items.map(({ followId }) => followId))}>${t('similar.another')}</button></section>` : nothing)

/** What is kept and sent to follow a matter; its id is the draft's, so that the draft is done with it. */
export const followOf = (draftId, item) => ({
  id: draftId, path: `/api/reports/${encodeURIComponent(item.followId)}/follow`, upload: 'before', photos: [],
  label: t('similar.label', { name: local(item.className) }), body: '{}',
})
