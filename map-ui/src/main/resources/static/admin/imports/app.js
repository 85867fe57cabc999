// admin/imports/app.js – from a file on the desk to components on the map: hand in, look, match, try, import, take back.

import { html, render } from 'lit-html'
import { local } from '../../lib/i18n.js'
import { Problem } from '../../lib/http.js'
import { askToSignIn, may, whoAmI } from '../../lib/session.js'
import { store } from '../../lib/store.js'
import { redrawOnChange, tools } from '../../parts/tools.js'
import { problemWords } from '../../parts/words.js'
import { cancelImport, getImport, getReasons, handIn, listChanges, listImports, lookAgain, startImport, undoImport } from '../../server/imports.js'
import { getTown } from '../../server/town.js'
import { asOneFile, dropZone } from './dropZone.js'
import { earlier } from './earlier.js'
import { isOpen, jobView } from './jobView.js'
import { previewView } from './previewView.js'
import { learnReasons, reasonWords } from '../../parts/reasons.js'
import { sampleMap } from './sampleMap.js'
import { t } from './words.js'

const AGAIN_AFTER = 800
const map = sampleMap(() => t('place'))
const page = store({ me: null, town: null, kind: 'components', sending: null, received: null, settings: {}, looking: false, job: null, changes: null, earlier: [], next: null, complaint: null, map: map.place }, state => view(state))

const sentence = problem => (problem.errors?.length ? problem.errors.map(({ message }) => reasonWords(message)).join('; ') : problem.detail && problem.status < 500 ? reasonWords(problem.detail) : problemWords(problem))
const complain = problem => page.change({ complaint: sentence(problem), sending: null, looking: false })

const loadEarlier = async cursor => {
  const { items, next } = await listImports(cursor)
  page.change(state => ({ earlier: cursor ? [...state.earlier, ...items] : items, next: next ?? null }))
}

const showPreview = received => {
  page.change({ received, job: null, changes: null, sending: null, looking: false, complaint: null })
  requestAnimationFrame(() => requestAnimationFrame(() => map.show(page.state.town, received.preview)))
}

const take = async files => {
  if (!files.length || page.state.sending) return
  page.change({ sending: { name: files[0].name, loaded: 0, total: files.reduce((sum, { size }) => sum + size, 0) }, settings: {}, complaint: null })
  try {
    const { name, body } = await asOneFile(files)
    const received = await handIn(page.state.kind, name, body, (loaded, total) => page.change({ sending: { name, loaded, total } }))
    showPreview(received)
    loadEarlier()
  } catch (problem) {
    complain(problem)
  }
}

/** Says something more about the file and looks at it anew. */
const say = async patch => {
  const settings = { ...page.state.settings, ...patch }
  page.change({ settings, looking: true })
  await lookAgain(page.state.received.id, settings).then(showPreview, complain)
}

const match = (field, column) => say({ mapping: { ...page.state.received.preview.mapping, ...page.state.settings.mapping, [field]: column } })
const otherwise = (field, value) => say({ defaults: { ...page.state.received.preview.defaults, ...page.state.settings.defaults, [field]: value } })

const watch = async id => {
  const job = await getImport(id)
  if (page.state.job?.id !== id && page.state.received?.id !== id) return
  page.change({ job, received: null })
  if (isOpen(job)) setTimeout(() => watch(id).catch(complain), AGAIN_AFTER)
  else loadEarlier().catch(() => {})
}

const start = dryRun => async event => {
  const form = new FormData(event.target.closest('form'))
  const settings = { ...page.state.settings, partial: form.has('partial'), complete: form.has('complete'), dryRun }
  page.change({ settings, complaint: null })
  const { id } = page.state.received
  await startImport(id, settings).then(job => { page.change({ job, received: null, changes: null }); location.hash = id; return watch(id) }).catch(complain)
}

const leave = () => {
  history.replaceState(null, '', location.pathname)
  page.change({ received: null, job: null, changes: null, complaint: null, settings: {} })
}

const open = async id => {
  page.change({ complaint: null, changes: null })
  await getImport(id).then(job => { page.change({ job, received: null }); return isOpen(job) ? watch(id) : null }).catch(complain)
}

/** `#12` opens import 12; an address typed over another, and going back, lead there too. */
const openAddressed = async () => {
  const id = Number(location.hash.slice(1))
  if (id > 0 && page.state.job?.id !== id) await open(id)
}

const adjust = async () => {
  const { id, settings } = page.state.job
  const said = Object.fromEntries(Object.entries(settings ?? {}).filter(([, value]) => value !== null))
  page.change({ settings: said })
  await lookAgain(id, said).then(showPreview, complain)
}

const on = {
  take, say, match, otherwise, leave, open, adjust,
  changeKind: kind => page.change({ kind }),
  cancel: () => cancelImport(page.state.job.id).catch(complain),
  undo: () => { if (confirm(t('undo.sure'))) undoImport(page.state.job.id).then(job => { page.change({ job, changes: null }); return watch(job.id) }).catch(complain) },
  changes: (what, cursor) => listChanges(page.state.job.id, what, cursor).then(({ items, next }) =>
    page.change(state => ({ changes: { what, next, items: cursor ? [...state.changes.items, ...items] : items } }))).catch(complain),
  more: () => loadEarlier(page.state.next).catch(complain),
}

const startForm = state => html`
  <form @submit=${event => event.preventDefault()}><section>
    <h3>${t('options')}</h3>
    <label class="check"><input type="checkbox" name="partial" ?checked=${state.settings.partial}> ${t('partial')}</label><p class="hint">${t('partial.hint')}</p>
    ${state.received.kind === 'components' ? html`<label class="check"><input type="checkbox" name="complete" ?checked=${state.settings.complete}> ${t('complete')}</label><p class="hint">${t('complete.hint')}</p>` : ''}
    ${state.received.preview.crs ? '' : html`<p class="hint">${t('wait.crs')}</p>`}
    <div class="row"><button type="button" @click=${start(true)} ?disabled=${state.looking}>${t('dry')}</button>
      <button type="button" class="primary" @click=${start(false)} ?disabled=${state.looking || !state.received.preview.crs}>${t('start')}</button></div>
  </section></form>`

const step = state => {
  if (state.job) return jobView(state, on)
  if (state.received) return html`${previewView(state, on)}${startForm(state)}`
  return html`${dropZone(state, on)}${state.complaint ? html`<p class="bad" role="alert">${t('refused.file', { why: state.complaint })}</p>` : ''}`
}

const view = state => {
  document.title = `${t('title')} · CityGrid`
  render(state.problem ? html`<div class="empty bad page-problem"><p>${problemWords(state.problem)}</p><a href="/">CityGrid</a></div>` : state.me ? html`
    <header class="admin-top"><a class="brand" href="/desk/">CityGrid <strong>${local(state.town?.name)}</strong></a><h1>${t('title')}</h1>
      <nav><a href="/admin/">${t('back')}</a></nav>${tools(state.me)}</header>
    <main class="imports">${step(state)}${earlier(state, on)}</main>` : html`<div class="skeleton block-skeleton"></div>`,
  document.getElementById('page'))
}

const begin = async () => {
  document.addEventListener('signed-out', askToSignIn)
  const me = await whoAmI()
  if (!may(me, 'ADMINISTRATOR')) throw new Problem({ status: 403 })
  page.change({ me, town: await getTown().catch(() => null) })
  await getReasons().then(learnReasons).catch(() => {})
  await loadEarlier()
  await openAddressed()
}

window.addEventListener('hashchange', openAddressed)

redrawOnChange(page.draw)
begin().catch(problem => { if (problem.status !== 401) page.change({ problem }) })
