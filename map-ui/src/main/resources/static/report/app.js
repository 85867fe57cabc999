// report/app.js – the citizen's page: one question a screen, then the receipt.

import { html, nothing } from 'lit-html'
import { language } from '../lib/i18n.js'
import { PUBLIC, queue, sendFor, submit } from '../phone/courier.js'
import { icon } from '../phone/icons.js'
import { newId } from '../phone/ids.js'
import { languageButton, skeleton } from '../phone/parts.js'
import { phoneMap } from '../phone/phoneMap.js'
import { follow } from '../phone/position.js'
import { SENT } from '../phone/queue.js'
import { followOf } from '../phone/similarCard.js'
import { ASKED, ASK_STEPS, askPage } from './ask.js'
import { donePage } from './done.js'
import { firstOpen, placeOf, reportOf } from './draft.js'
import { arrive, askSimilar, change, changeAsk, changeDraft, draw, freshAsk, freshDraft, locate, outside, showPage, state, t } from './model.js'
import { keepReceipt } from './receipts.js'
import { STEPS, steps } from './steps.js'

let view = 'where'
let map = null

const send = async () => {
  const { draft } = state
  if (firstOpen(draft)) { location.hash = `#${firstOpen(draft)}`; return }
  change({ copied: false })
  const entry = await submit({
    id: draft.id, owner: PUBLIC, path: '/api/reports', upload: 'with', photos: draft.photos,
    label: draft.thing[language()], body: JSON.stringify(reportOf(draft, Date.now())),
  })
  change({ entry: state.entry?.id === entry.id ? state.entry : entry })
  location.hash = `#done/${entry.id}`
}

const followIt = async item => {
  change({ copied: false })
  const entry = await submit({ ...followOf(state.draft.id, item), owner: PUBLIC })
  change({ entry: state.entry?.id === entry.id ? state.entry : entry })
  location.hash = `#done/${entry.id}`
}

// A refused report goes back into the form under a new id: the old one named other content.
const edit = async () => {
  const asked = state.entry.path === ASKED
  await queue.discard(state.entry.id)
  if (asked) changeAsk({ id: newId() })
  else changeDraft({ id: newId() })
  change({ entry: null })
  location.hash = asked ? '#ask-text' : '#words'
}

const forward = now => {
  const { draft } = now
  if (view === 'words') return html`<button class="button primary wide" @click=${send}>${t('submit')}</button>`
  const ready = { where: placeOf(draft) && !outside(now.located), what: draft.thing, photo: true }[view]
  const next = STEPS[STEPS.indexOf(view) + 1]
  const words = view === 'photo' && !draft.photos.length ? 'skip' : 'next'
  return html`<button class="button primary wide" ?disabled=${!ready} @click=${() => { location.hash = `#${next}` }}>${t(words)}</button>`
}

const question = now => {
  const n = STEPS.indexOf(view)
  return html`
    <header class="top">
      ${n ? html`<a class="quiet" href="#${STEPS[n - 1]}" aria-label=${t('back')}>${icon('back')}</a>` : html`<span class="brand">${t('title')}</span>`}
      <ol class="dots" aria-label=${t('step', { n: n + 1 })}>${STEPS.map((_, i) => html`<li class=${i <= n ? 'on' : ''}></li>`)}</ol>
      ${languageButton()}
    </header>
    <main class="question"><h1>${t(view)}</h1>${now.draft ? steps[view](now, map, followIt) : skeleton(4)}</main>
    <footer class="forward">${now.draft ? forward(now) : nothing}</footer>`
}

const page = now => (view === 'done' && now.entry ? donePage(now, edit) : ASK_STEPS.includes(view) ? askPage(view, now) : question(now))

const openMap = () => {
  map?.close()
  map = null
  if (view !== 'where' || !state.town) return
  map = phoneMap(state.town, { label: t('where'), pin: true })
  map.onMoved(pin => {
    change({ tooFar: !pin })
    if (!pin) return
    changeDraft({ pin })
    locate(pin)
  })
  if (state.fix) map.showMe(state.fix)
  const place = state.draft && placeOf(state.draft)
  if (place) { map.goTo(place, 17); if (!state.located) locate(place) }
}

const moved = fix => {
  change({ fix, fixTrouble: null })
  map?.showMe(fix)
  if (!state.draft || state.draft.pin) return
  const first = !state.draft.fix
  changeDraft({ fix })
  if (first || view === 'where') map?.goTo(fix, first ? 18 : undefined)
  if (first || view === 'where') locate(fix)
}

const readEntry = async id => {
  const entry = (await queue.list()).find(one => one.id === id)
  if (!entry) return
  const form = entry.path === ASKED ? state.ask : state.draft
  const justSent = entry.state === SENT && form?.id === entry.id
  change({ entry })
  if (!justSent) return
  keepReceipt({ receipt: entry.answer.receipt, words: entry.label, at: entry.createdAt })
  await (entry.path === ASKED ? freshAsk() : freshDraft())
}

const follows = async () => {
  const [name, id] = location.hash.slice(1).split('/')
  view = STEPS.includes(name) || ASK_STEPS.includes(name) ? name : name === 'done' ? 'done' : 'where'
  if (view === 'done') await readEntry(id)
  if (view === 'done' && !state.entry) view = 'where'
  if (STEPS.includes(view) && state.draft && STEPS.indexOf(view) > 0 && !placeOf(state.draft)) view = 'where'
  openMap()
  if (view === 'photo' || view === 'words') askSimilar()
  scrollTo(0, 0)
  document.title = `CityGrid ${t('title')}`
  draw()
}

showPage(page)
addEventListener('hashchange', follows)
document.addEventListener('language', follows)
document.addEventListener('queue', () => { if (state.entry) void readEntry(state.entry.id) })
await arrive()
void sendFor(PUBLIC)
await follows()
follow(moved, fixTrouble => { if (!state.fix) change({ fixTrouble }) })
