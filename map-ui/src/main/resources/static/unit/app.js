// unit/app.js – the department's page: list and case beside each other on a desk, one after the other on a phone.

import { html, nothing } from 'lit-html'
import { local } from '../lib/i18n.js'
import { listenLive } from '../lib/live.js'
import { may, signOut } from '../lib/session.js'
import { elsewhere, empty, languageButton, skeleton, toast } from '../phone/parts.js'
import { phoneMap } from '../phone/phoneMap.js'
import { follow } from '../phone/position.js'
import { SENT, open } from '../phone/queue.js'
import { signInForm } from '../phone/signInForm.js'
import { caseView } from './caseView.js'
import { listView } from './listView.js'
import { arrive, change, draw, enter, leave, loadCase, loadList, openCase, refreshQueue, showPage, state, t } from './model.js'

const EVERY = 30_000
const AFTER_NEWS = 1_000
let map = null
let stopLive = null

const top = now => html`<header class="top"><b class="brand">${local(now.me.unit?.name) || t('brand')}</b>
  ${open(now.entries, now.me.userName) ? html`<span class="queue" aria-live="polite">${t('waiting', { n: open(now.entries, now.me.userName) })}</span>` : nothing}
  ${languageButton()}<button class="quiet" @click=${async () => { await leave(); await signOut() }}>${t('sign.out')}</button></header>`

const page = now => {
  if (now.me === undefined) return html`<main>${skeleton(5)}</main>`
  if (now.me === null || now.lapsed) {
    return signInForm({
      title: t('title'), lapsed: now.lapsed, waiting: open(now.entries, now.me?.userName), wrong: now.wrong,
      told: wrong => change({ wrong }), done: async me => { await enter(me); listen(); await follows() },
    })
  }
  if (!may(now.me, 'DEPARTMENT') && !may(now.me, 'WORKER')) return elsewhere(now.me)
  return html`${top(now)}<main class="two ${now.number ? 'has-case' : ''}">
    <section class="list">${listView(now)}</section>
    <article class="one">${now.number ? caseView(now, map) : empty(t('pick'), t('pick.words'))}</article></main>${toast(now.toast)}`
}

const openMap = () => {
  map?.close()
  map = null
  const found = state.found?.value
  if (!found || !state.town || found.lon === undefined) return
  map = phoneMap(state.town, { label: t('map') })
  map.showMarks([{ ...found, face: '!', look: 'thing', title: local(found.className) }])
  if (state.fix) map.showMe(state.fix)
  map.goTo(found, 17)
}

const follows = async () => {
  const number = decodeURIComponent(location.hash.slice(1)) || null
  if (!state.me) return draw()
  if (number !== state.number) {
    await openCase(number)
    scrollTo(0, 0)
  }
  openMap()
  draw()
}

const refresh = async () => {
  if (!state.me || state.lapsed || document.hidden) return
  await Promise.all([loadList(), loadCase()])
}

let newsTimer
const news = () => {
  clearTimeout(newsTimer)
  newsTimer = setTimeout(refresh, AFTER_NEWS)
}

const listen = () => {
  stopLive?.()
  stopLive = state.me && !state.lapsed ? listenLive() : null
}

showPage(page)
addEventListener('hashchange', follows)
document.addEventListener('language', () => { document.title = `CityGrid ${t('brand')}`; draw() })
document.addEventListener('theme', follows)
document.addEventListener('live-case', news)
document.addEventListener('signed-out', () => { if (state.me) { stopLive?.(); change({ lapsed: true }) } })
document.addEventListener('queue', async ({ detail: entry }) => {
  await refreshQueue()
  if (entry?.state === SENT || entry?.problem?.status === 409) await refresh()
})
addEventListener('keydown', event => { if (event.key === 'Escape' && state.number && !state.act) location.hash = '' })
setInterval(refresh, EVERY)
await arrive()
listen()
await follows()
follow(fix => { change({ fix }); map?.showMe(fix) })
