// field/reportForm.js – the report on one scrolling page: where, what, photo, send. Sending means: kept on the phone.

import { html, nothing } from 'lit-html'
import { local } from '../lib/i18n.js'
import { submit } from '../phone/courier.js'
import { photoField } from '../phone/photoField.js'
import { skeleton } from '../phone/parts.js'
import { followOf, similarCard } from '../phone/similarCard.js'
import { missingOf, photosOf, reportOf, untouched } from './draft.js'
import { frame, t } from './frame.js'
import { alreadyThere, change, changeDraft, dropDraft, say, zone } from './model.js'
import { whatStep } from './whatStep.js'
import { whereStep } from './whereStep.js'

const send = async (state, draft) => {
  const name = local(draft.thing.name)
  const found = state.classes?.value?.items?.find(one => one.kind === draft.thing.kind && one.code === draft.thing.classCode)
  const condition = found?.conditions?.find(({ id }) => id === draft.conditionId)
  const words = condition ? `${draft.thing.name.zh ?? name}：${condition.words.zh}` : (draft.thing.name.zh ?? name)
  await submit({
    id: draft.id, path: '/api/reports', upload: 'with', photos: photosOf(draft),
    label: t(draft.self ? 'self.of' : 'report.of', { name }), body: JSON.stringify(reportOf(draft, words, Date.now())),
  })
  await dropDraft(draft.self)
  say(t(navigator.onLine === false ? 'saved.offline' : 'saved'))
  location.hash = '#home'
}

const followIt = async (draft, item) => {
  await submit(followOf(draft.id, item))
  await dropDraft(draft.self)
  say(t(navigator.onLine === false ? 'saved.offline' : 'similar.followed'))
  location.hash = '#home'
}

const question = draft => similarCard(alreadyThere(draft), {
  zone: zone(), follow: item => followIt(draft, item),
  another: ids => changeDraft(draft.self, { another: [...(draft.another ?? []), ...ids] }),
})

const photosStep = draft => {
  const field = (key, name, label) => photoField({
    id: `photo-${key}`, name, label, list: draft[key], trouble: draft[`${key}Trouble`],
    changed: (list, trouble) => changeDraft(draft.self, { [key]: list, [`${key}Trouble`]: trouble }),
  })
  return draft.self
    ? html`<h3>${t('before')}</h3>${field('photos', 'before', t('before'))}<h3>${t('after')}</h3>${field('after', 'after', t('after'))}`
    : field('photos', 'photo', t('photo.take'))
}

const step = (number, title, content) => html`<section class="step"><h2><b>${number}</b>${title}</h2>${content}</section>`

export const reportForm = (state, self, map) => {
  const draft = state.drafts[self]
  const about = { state, view: 'form', back: '#home', title: t(self ? 'form.self' : 'form.report') }
  if (!draft) return frame(about, skeleton(5))
  const lacks = [...missingOf(draft), ...(alreadyThere(draft).length ? ['missing.similar'] : [])]
  return frame(about, html`
    ${step(1, t('where'), whereStep(draft, map))}
    ${step(2, t('what'), whatStep(draft))}
    ${question(draft)}
    ${step(3, t('photo'), photosStep(draft))}
    ${step(4, t('send'), html`
      <label class="field"><span>${t('description')}</span>
        <textarea maxlength="1000" placeholder=${t('description.hint')} .value=${draft.description} @input=${event => changeDraft(self, { description: event.target.value })}></textarea></label>
      ${untouched(draft) ? nothing : html`<button class="quiet" @click=${() => { change({ near: null }); void dropDraft(self) }}>${t('clear')}</button>`}`)}
    <div class="send-bar">
      ${lacks.length ? html`<p>${t('missing', { list: lacks.map(key => t(key)).join(' · ') })}</p>` : nothing}
      <button class="button primary wide" ?disabled=${lacks.length > 0} @click=${() => send(state, draft)}>${t('send')}</button>
    </div>`)
}
