// card/app.js – one component: everything known of it, and for administrators the pen.

import { html, render } from 'lit-html'
import { get } from '../lib/http.js'
import { local } from '../lib/i18n.js'
import { may, whoAmI } from '../lib/session.js'
import { store } from '../lib/store.js'
import { fullMoment } from '../lib/time.js'
import { deadline } from '../parts/light.js'
import { learnReasons, reasonWords } from '../parts/reasons.js'
import { toast } from '../parts/toast.js'
import { languageSwitch, redrawOnChange, themeSwitch, tools } from '../parts/tools.js'
import { caseTitle, problemWords, stateWord } from '../parts/words.js'
import { listCases, photoAddress, uploadPhoto } from '../server/cases.js'
import { changeCard, createCard, findComponents, getCard, listAttributes, listProposals, nearestComponents, retireCard } from '../server/components.js'
import { getReasons } from '../server/imports.js'
import { listDivisions } from '../server/land.js'
import { getTown, listGrids, listUnits } from '../server/town.js'
import { cardMap } from './cardMap.js'
import { differences } from './difference.js'
import { editForm, retireForm } from './editForm.js'
import { basics, labelBox, measures, relations, spaced, stateMark } from './facts.js'
import { differenceRow, history, speaker } from './history.js'
import { formOf, newCardOf, patchOf } from './patch.js'
import { results, searchForm } from './search.js'
import { t } from './words.js'

const READERS = ['ACCEPTOR', 'SHIFT_LEADER', 'DISPATCHER', 'INSPECTOR', 'EVALUATOR', 'ADMINISTRATOR', 'DEPARTMENT']
const asked = () => {
  const query = new URLSearchParams(location.search)
  const short = location.pathname.match(/^\/c\/(\d{16})$/)
  return { code: short?.[1] ?? query.get('code'), sought: query.get('q'), fresh: query.has('new') }
}

const page = store({
  me: null, town: null, card: null, problem: null, attributes: [], units: [], grids: [], division: null, classes: [], near: [], cases: null, proposals: 0,
  form: null, fault: '', saving: false, uploading: false, conflict: null, large: null, ...asked(), found: null,
}, state => view(state))

let map = null
const zone = () => page.state.me?.zone ?? page.state.town?.zone ?? 'Asia/Shanghai'

const header = state => html`
  <header class="card-top">
    ${may(state.me, ...READERS) ? html`<a class="home" href=${state.me.home ?? '/desk/'}>← CityGrid</a>` : html`<a class="home" href="/card/">CityGrid</a>`}
    ${searchForm(state.sought, on)}
    ${may(state.me, 'ADMINISTRATOR') ? html`<a class="button" href="/card/?new">${t('new')}</a>` : ''}
    ${state.me ? tools(state.me) : html`<div class="tools">${languageSwitch()}${themeSwitch()}</div>`}
  </header>`

const reportButton = ({ me, card }) => {
  if (['lost', 'abandoned', 'moved_away'].includes(card.state)) return ''
  const collector = may(me, 'COLLECTOR')
  return html`<div class="report-bar"><a class="button primary big" href=${collector ? `/field/?component=${card.code}#new` : `/report/?component=${card.code}`}>${t(collector ? 'report.collector' : 'report')}</a>
    <p class="soft">${t('report.hint')}</p></div>`
}

const heading = state => {
  const { card } = state
  return html`<section class="card-head wide"><div><p class="code figures">${spaced(card.code)}</p><h1>${local(card.className)} ${stateMark(card.state)}</h1>
      <p>${[card.spec, card.address].filter(Boolean).join(' · ')}</p></div>
    ${may(state.me, 'ADMINISTRATOR') && !state.form ? html`<div class="row"><button type="button" class="primary" @click=${on.edit}>${t('edit')}</button></div>` : ''}
    ${state.proposals ? html`<p class="notice"><a href="/admin/proposals/?code=${card.code}">${t('proposal.open', { n: state.proposals })}</a></p>` : ''}
    ${state.form ? '' : reportButton(state)}</section>`
}

const neighbours = ({ near }) => (near.length ? html`<h3>${t('neighbours')}</h3><ul class="near">${near.map(one => html`
  <li><a href="/c/${one.code}">${local(one.className)}</a> <span class="soft figures">${one.distanceMetres} m</span></li>`)}</ul>` : '')

const mapBox = state => html`<section class="map-box"><h2>${t('map')}</h2><div id="map" role="application" aria-label=${t('map')}></div>${state.form ? '' : neighbours(state)}</section>`

const photos = ({ card, me }) => html`<section><h2>${t('photos')}</h2>
  ${card.photos.length ? html`<div class="photos">${card.photos.map(({ id }, i) => html`<button type="button" class="photo" @click=${() => page.change({ large: id })}><img src=${photoAddress(id, true)} alt="${t('photos')} ${i + 1}"></button>`)}</div>`
    : html`<p class="soft">${t(me ? 'photos.none' : 'photos.signin')}</p>`}</section>`

const cases = ({ cases: found, me }) => html`<section><h2>${t('cases')}</h2>
  ${!may(me, ...READERS) ? html`<p class="soft">${t('cases.signin')}</p>` : !found ? html`<div class="skeleton title"></div>` : found.length ? html`<ul class="case-rows">${found.map(item => html`
    <li><a class="code" href="/desk/?queue=all&case=${item.number}">${item.number}</a> <span>${item.conditionWords ? local(item.conditionWords) : caseTitle(item)}</span> <span class="state">${stateWord(item.state)}</span> ${deadline(item)}</li>`)}</ul>`
    : html`<p class="soft">${t('cases.none')}</p>`}</section>`

const conflictBox = state => {
  const { conflict } = state
  if (!conflict) return ''
  const say = speaker(state)
  return html`<div class="veil"><div class="sheet" role="alertdialog" aria-labelledby="conflict-title">
    <h2 id="conflict-title">${t('conflict.title')}</h2>
    <p>${t('conflict.words', { name: conflict.by, n: conflict.version, time: fullMoment(conflict.at, zone()) })}</p>
    <div>${differences(conflict.changes ?? [], say).map(differenceRow)}</div>
    <div class="row"><button type="button" class="primary" @click=${on.takeNewer}>${t('conflict.take')}</button><button type="button" @click=${() => page.change({ conflict: null })}>${t('conflict.keep')}</button></div></div></div>`
}

const largePhoto = ({ large }) => (large ? html`<div class="lightbox" role="dialog" aria-modal="true" aria-label=${t('photos')} @click=${() => page.change({ large: null })}><img src=${photoAddress(large)} alt=${t('photos')}></div>` : '')

const body = state => {
  if (state.problem) return html`<main class="card"><section class="wide empty bad"><p>${problemWords(state.problem)}</p></section></main>`
  if (state.form) return html`<main class="card editing">${state.card ? heading(state) : ''}<section>${editForm(state, on)}${state.card ? retireForm(state, on) : ''}</section>${mapBox(state)}</main>`
  if (!state.code) return html`<main class="card">${results(state)}</main>`
  if (!state.card) return html`<main class="card"><section class="wide"><div class="skeleton title"></div><div class="skeleton block-skeleton"></div></section></main>`
  return html`<main class="card">${heading(state)}
    <div class="column">${basics(state.card, state.grids, state.division, zone())}${measures(state.card, state.attributes)}${relations(state.card)}${labelBox(state.card)}</div>
    <div class="column">${mapBox(state)}${photos(state)}${cases(state)}${history(state, zone())}</div></main>`
}

const view = state => {
  document.title = `${state.card ? `${local(state.card.className)} ${state.card.code}` : t(state.fresh ? 'new' : 'title')} · CityGrid`
  render(html`${header(state)}${body(state)}${conflictBox(state)}${largePhoto(state)}`, document.getElementById('page'))
  drawMap(state)
}

// The map is made once its place stands in the page, and again when the page is laid out anew.
const drawMap = state => {
  const place = document.getElementById('map')
  if (!place || !state.town || map?.node === place) return
  map = { node: place, ...cardMap(place, state.town) }
  if (state.card) map.show(state.card)
  if (state.form) map.place(state.form.place ?? state.card, moved)
  else map.neighbours(state.near.map(one => ({ ...one, words: local(one.className) })))
}

const write = patch => page.change({ form: { ...page.state.form, ...patch }, fault: '' })
const moved = place => write({ place })

const faultWords = problem => (problem.errors?.length
  ? t('edit.faults', { list: problem.errors.map(({ field, message }) => `${t(`field.${field}`).startsWith('field.') ? field : t(`field.${field}`)}: ${reasonWords(message)}`).join('; ') })
  : problemWords(problem))

const refused = problem => {
  if (problem.status === 409 && problem.version) return page.change({ conflict: problem, saving: false })
  return page.change({ fault: faultWords(problem), saving: false })
}

const show = async card => {
  page.change({ card, form: null, saving: false, fault: '', conflict: null })
  if (card.divisionCode) listDivisions(card.divisionCode).then(({ items }) => page.change({ division: items.find(one => one.code === card.divisionCode) ?? null }), () => {})
  const [near, attributes] = await Promise.all([nearestComponents(card.lon, card.lat).catch(() => ({ items: [] })), listAttributes(card.classCode).catch(() => ({ items: [] }))])
  page.change({ near: near.items.filter(one => one.code !== card.code).slice(0, 6), attributes: attributes.items })
  map?.neighbours(page.state.near.map(one => ({ ...one, words: local(one.className) })))
}

const on = {
  search: event => {
    event.preventDefault()
    const text = new FormData(event.target).get('q').trim()
    location.assign(/^\d{16}$/.test(text.replace(/\s/g, '')) ? `/c/${text.replace(/\s/g, '')}` : `/card/?q=${encodeURIComponent(text)}`)
  },
  write,
  edit: async () => {
    if (!page.state.units.length) page.change({ units: (await listUnits()).items ?? await listUnits() })
    page.change({ form: formOf(page.state.card), fault: '' })
    if (map) { map.neighbours([]); map.place(page.state.card, moved) }
  },
  cancel: () => {
    if (!page.state.card) return location.assign('/card/')
    page.change({ form: null, fault: '' })
    map?.still()
    map?.show(page.state.card)
    return undefined
  },
  unmove: () => { write({ place: null }); map?.place(page.state.card, moved) },
  chooseClass: async classCode => {
    write({ classCode })
    page.change({ attributes: classCode ? (await listAttributes(classCode)).items : [] })
  },
  addPhoto: async event => {
    const [file] = event.target.files
    event.target.value = ''
    if (!file) return
    page.change({ uploading: true })
    await uploadPhoto(file).then(({ photoId }) => write({ photoIds: [...page.state.form.photoIds, photoId] }), problem => page.change({ fault: faultWords(problem) }))
    page.change({ uploading: false })
  },
  save: async event => {
    event.preventDefault()
    const { card, form, attributes } = page.state
    if (!card && !form.place) return page.change({ fault: t('edit.place.missing') })
    const patch = card ? patchOf(card, form, attributes) : newCardOf(form, attributes)
    if (!patch) { toast(t('edit.same')); return on.cancel() }
    page.change({ saving: true, fault: '' })
    try {
      if (!card) {
        const made = await createCard(patch)
        return location.assign(`/c/${made.code}`)
      }
      const saved = await changeCard(card.code, card.version, patch)
      toast(t('edit.saved', { n: saved.version }), { tone: 'good' })
      await show(saved)
      map?.still()
      map?.show(saved)
    } catch (problem) { refused(problem) }
    return undefined
  },
  retire: async event => {
    event.preventDefault()
    const { card } = page.state
    const form = new FormData(event.target)
    page.change({ saving: true })
    try { await show(await retireCard(card.code, card.version, form.get('state'), form.get('reason'))); toast(t('retire.done'), { tone: 'good' }) }
    catch (problem) { refused(problem) }
  },
  takeNewer: async () => {
    const card = await getCard(page.state.card.code)
    const typed = page.state.form
    page.change({ card, conflict: null, form: typed ? { ...formOf(card), reason: typed.reason } : null })
    map?.show(card)
    if (typed) map?.place(card, moved)
  },
}

const listsFor = me => {
  listGrids().then(found => page.change({ grids: found.items ?? found }), () => {})
  if (me) listUnits().then(found => page.change({ units: found.items ?? found }), () => {})
}

const startNew = async () => {
  const [{ items }] = await Promise.all([get('/api/classes', { kind: 'component' })])
  page.change({ classes: items, form: formOf(null), near: [] })
}

const start = async () => {
  const me = await whoAmI().catch(() => null)
  page.change({ me, town: await getTown() })
  listsFor(me)
  if (may(me, 'ADMINISTRATOR')) getReasons().then(learnReasons, () => {})
  const { code, sought, fresh } = page.state
  if (fresh) return startNew()
  if (!code) return sought ? page.change({ found: await findComponents({ q: sought }) }) : undefined
  await show(await getCard(code))
  if (may(me, ...READERS)) page.change({ cases: (await listCases({ queue: 'all', text: code, sort: '-reportedAt' })).items.filter(one => one.componentCode === code) })
  if (may(me, 'ADMINISTRATOR')) page.change({ proposals: (await listProposals({ state: 'open', code })).items.length })
  return undefined
}

addEventListener('keydown', ({ key }) => { if (key === 'Escape' && page.state.large) page.change({ large: null }) })
redrawOnChange(page.draw)
start().catch(problem => { if (!page.state.card) page.change({ problem }) })
