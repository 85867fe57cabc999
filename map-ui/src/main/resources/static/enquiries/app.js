// enquiries/app.js – requests that are not cases: list and reading pane, and the figures.

import { html, render } from 'lit-html'
import { contacting } from '../lib/contacting.js'
import { onKeys } from '../lib/keys.js'
import { local } from '../lib/i18n.js'
import { listenLive } from '../lib/live.js'
import { offerOf } from '../lib/offers.js'
import { askToSignIn, may, whoAmI } from '../lib/session.js'
import { store } from '../lib/store.js'
import { clock, day } from '../lib/time.js'
import { toast } from '../parts/toast.js'
import { redrawOnChange, tools } from '../parts/tools.js'
import { problemWords } from '../parts/words.js'
import { actOn, enquiryCounts, enquiryFigures, getEnquiry, listEnquiries, registerEnquiry } from '../server/enquiries.js'
import { getTown, listUnits } from '../server/town.js'
import { figuresView } from './figuresView.js'
import { listView } from './listView.js'
import { liveUpdates } from './liveUpdates.js'
import { fieldsOf, fromAddress, missingOf, orderOf, period, toAddress } from './model.js'
import { emptyNew, enquiryOf, newForm } from './newForm.js'
import { readingPane } from './readingPane.js'
import { t } from './words.js'

const body = state => (state.tab === 'figures' ? figuresView(state, on) : html`
  <div class="work ${state.chosen || state.fresh ? 'has-one' : ''}">
    <aside class="left">${listView(state, on)}</aside>
    <article class="pane">${state.fresh ? newForm(state.fresh, on) : readingPane(state, on)}</article></div>`)

const view = state => {
  document.title = `${t('title')} · ${local(state.town?.name)} · CityGrid`
  render(!state.me && state.problem ? html`<div class="empty bad page-problem"><p>${problemWords(state.problem)}</p><a href="/">CityGrid</a></div>` : html`
    <header class="office-top"><a class="brand" href="/desk/">CityGrid <strong>${local(state.town?.name)}</strong></a><h1>${t('title')}</h1>
      <nav class="tabs" aria-label=${t('title')}>${['list', 'figures'].map(tab => html`
        <a href=${toAddress({ tab })} aria-current=${state.tab === tab ? 'page' : 'false'} @click=${event => { event.preventDefault(); on.go({ tab }) }}>${t(`tab.${tab}`)}</a>`)}</nav>
      ${may(state.me, 'ACCEPTOR') && state.tab === 'list' ? html`<button type="button" @click=${on.startNew}>＋ ${t('new')} <kbd>N</kbd></button>` : ''}
      ${state.me ? tools(state.me) : ''}
      ${state.me && state.staleSince ? html`<p class="stale" role="status">${t('stale', { time: clock(state.staleSince, state.me.zone) })}</p>` : ''}</header>
    <main>${state.me ? body(state) : ''}</main>`, document.getElementById('page'))
}

const page = store({
  ...fromAddress(location.search), me: null, town: null, units: [], problem: null, counts: null, cursor: null,
  items: null, next: undefined, listProblem: null, detail: null, detailProblem: null, form: null, fresh: null, contacts: null, waiting: 0, staleSince: null,
  from: '', to: '', figures: null, figuresProblem: null,
}, view)
const { state, change } = page

const people = contacting(page, problem => toast(problemWords(problem), { tone: 'bad' }))
const quietly = (promise, take) => promise.then(take, reason => console.warn('not loaded:', reason.message))
const remember = push => history[push ? 'pushState' : 'replaceState'](null, '', toAddress(state))
const focusFirst = () => requestAnimationFrame(() => document.querySelector('.act-form textarea, .act-form select, [data-first]')?.focus())

let asked = 0
const loadList = async () => {
  const mine = ++asked
  try {
    const { items, next } = await listEnquiries(state.filter)
    if (mine === asked) change({ items, next, listProblem: null, waiting: 0 })
  } catch (listProblem) { if (mine === asked) change({ listProblem }) }
}
const loadCounts = () => quietly(enquiryCounts(), counts => change({ counts }))

const loadDetail = async () => {
  const { chosen } = state
  if (!chosen) return
  try {
    const detail = await getEnquiry(chosen)
    if (state.chosen === chosen) change({ detail, detailProblem: null })
    if (state.chosen === chosen && may(state.me, 'ACCEPTOR', 'SHIFT_LEADER', 'DEPARTMENT')) people.load(chosen, { enquiry: detail.id }, detail.receivedAt)
  } catch (detailProblem) { if (state.chosen === chosen) change({ detail: null, detailProblem }) }
}

const loadFigures = async () => {
  const { from, to } = state
  try {
    const figures = await enquiryFigures(from, to)
    if (state.from === from && state.to === to) change({ figures, figuresProblem: null })
  } catch (figuresProblem) { change({ figuresProblem }) }
}

const load = () => (state.tab === 'figures' ? loadFigures() : Promise.all([loadList(), loadCounts(), loadDetail()]))

const send = async (offer, values) => {
  const { number, version } = state.detail
  change(now => ({ form: now.form && { ...now.form, sending: true, complaint: '' } }))
  try {
    const detail = await actOn(number, orderOf(offer, values, version))
    change({ detail, form: null })
    toast(t('act.done', { number, words: local(offer.words) }), { tone: 'good', seconds: 4 })
  } catch (problem) {
    if (problem.status === 409) {
      toast(problem.version === version ? problem.detail : t('act.moved', { number, state: t(`state.${problem.state}`) }), { tone: 'bad', seconds: 10 })
      change({ form: null })
      await loadDetail()
    } else change(now => ({ form: now.form && { ...now.form, sending: false, complaint: problemWords(problem) } }))
  }
  await Promise.all([loadList(), loadCounts()])
}

const on = {
  go: patch => { change({ ...patch, form: null }); remember(true); load() },
  narrow: patch => { change(now => ({ filter: { ...now.filter, ...patch }, items: null })); remember(); loadList() },
  reload: loadList,
  reveal: people.reveal,
  more: async () => {
    const { items, next } = await listEnquiries(state.filter, state.next)
    change(now => ({ items: [...now.items, ...items], next }))
  },
  open: number => { change({ chosen: number, cursor: number, detail: state.detail?.number === number ? state.detail : null, detailProblem: null, form: null, fresh: null }); remember(); loadDetail() },
  shut: () => { change({ chosen: null, detail: null, form: null, contacts: null }); remember() },
  offer: offer => {
    if (offer.action === 'CONVERT') return location.assign(`/desk/?enquiry=${encodeURIComponent(state.detail.number)}`)
    if (!fieldsOf(offer).some(({ optional }) => !optional)) return send(offer, {})
    change({ form: { offer, values: {}, complaint: '', sending: false } })
    focusFirst()
  },
  fill: values => change(now => ({ form: now.form && { ...now.form, values: { ...now.form.values, ...values }, complaint: '' } })),
  cancel: () => change({ form: null }),
  submit: () => {
    const gaps = missingOf(state.form.offer, state.form.values)
    if (gaps.length) return change(now => ({ form: { ...now.form, complaint: t('act.missing', { fields: gaps.map(name => t(`act.${name}`)).join('、') }) } }))
    return send(state.form.offer, state.form.values)
  },
  startNew: () => { change({ fresh: emptyNew(), form: null }); focusFirst() },
  shutNew: () => change({ fresh: null }),
  write: patch => change(now => ({ fresh: { ...now.fresh, ...patch, complaint: '' } })),
  register: async () => {
    if (!state.fresh.text.trim()) return on.write({ complaint: '' }) ?? change(now => ({ fresh: { ...now.fresh, complaint: t('new.missing') } }))
    change(now => ({ fresh: { ...now.fresh, sending: true } }))
    try {
      const { receipt } = await registerEnquiry(enquiryOf(state.fresh), state.fresh.key)
      change({ fresh: null })
      toast(t('new.done', { receipt }), { tone: 'good', seconds: 30 })
      setTimeout(load, 1_500)
    } catch (problem) { change(now => ({ fresh: { ...now.fresh, sending: false, complaint: problemWords(problem) } })) }
  },
  between: patch => { change({ ...patch, figures: null }); if (state.from && state.to) loadFigures() },
  period: name => on.between(period(name, day(Date.now(), state.me.zone))),
}

const step = by => {
  const items = state.items ?? []
  if (!items.length) return
  const at = items.findIndex(({ number }) => number === (state.cursor ?? state.chosen))
  const next = items[at < 0 ? 0 : Math.min(items.length - 1, Math.max(0, at + by))]
  on.open(next.number)
  requestAnimationFrame(() => document.querySelector(`[data-number="${CSS.escape(next.number)}"]`)?.scrollIntoView({ block: 'nearest' }))
}

onKeys((key, event) => {
  if (state.tab !== 'list' || !state.me) return false
  if (key === 'Escape') {
    if (state.fresh) on.shutNew()
    else if (state.form) on.cancel()
    else if (state.chosen) on.shut()
    document.activeElement?.blur?.()
    return true
  }
  if (state.fresh) return false
  if (key === 'j' || key === 'k') { step(key === 'j' ? 1 : -1); return true }
  if (key === '/') { document.querySelector('[type=search]').focus(); return true }
  if (key === 'n' && may(state.me, 'ACCEPTOR')) { on.startNew(); return true }
  if (event.target.closest?.('button, a, summary') && key === 'Enter') return false
  const offer = state.detail && !state.form ? offerOf(state.detail.actions, key) : null
  if (offer) { on.offer(offer); return true }
  return false
})

const start = async () => {
  document.addEventListener('signed-out', askToSignIn)
  const me = await whoAmI()
  change({ me, ...period('days', day(Date.now(), me.zone)) })
  quietly(getTown(), town => change({ town }))
  quietly(listUnits(), found => change({ units: (found.items ?? found).filter(({ kind }) => kind !== 'OWNER') }))
  await load()
  listenLive()
}

addEventListener('popstate', () => { change({ ...fromAddress(location.search), items: null, detail: null, form: null, fresh: null }); load() })
redrawOnChange(page.draw)
setInterval(page.draw, 30_000)
liveUpdates({ state, change }, { list: loadList, counts: loadCounts, detail: loadDetail, figures: loadFigures })
start().catch(problem => { if (problem.status !== 401) change({ problem }) })
