// case/app.js – one case on a page of its own: what it is, how it stands, and everything that was done. Made for paper too.

import { html, render } from 'lit-html'
import { getCase, photoAddress } from '../server/cases.js'
import { getTown } from '../server/town.js'
import { gridNumberOf } from '../lib/gridNumber.js'
import { local, translator } from '../lib/i18n.js'
import { listenLive } from '../lib/live.js'
import { askToSignIn, may, whoAmI } from '../lib/session.js'
import { store } from '../lib/store.js'
import { fullMoment } from '../lib/time.js'
import { bars, requests, steps } from '../panel/history.js'
import { reporters } from '../panel/twins.js'
import { t as c } from '../panel/words.js'
import { deadline } from '../parts/light.js'
import { redrawOnChange, tools } from '../parts/tools.js'
import { caseTitle, limitWords, problemWords, stateWord, w } from '../parts/words.js'
import { messages } from './messages.js'

const t = translator(messages)
const number = decodeURIComponent(location.pathname.split('/').filter(Boolean).at(-1) ?? '')
const DESK = ['ACCEPTOR', 'SHIFT_LEADER', 'DISPATCHER', 'INSPECTOR', 'EVALUATOR', 'ADMINISTRATOR']

/** Photos as links: on the screen they open in a tab of their own, on paper they are simply there. */
const photos = ids => html`<div class="photos">${ids.map((id, at) => html`
  <a href=${photoAddress(id)} target="_blank" rel="noopener"><img src=${photoAddress(id, true)} alt="${c('photos')} ${at + 1}"></a>`)}</div>`

const link = other => (other ? html`<a class="code" href="/case/${other}">${other}</a>` : '')

const fact = (name, words) => (words ? html`<dt>${t(name)}</dt><dd>${words}</dd>` : '')

const time = (at, zone) => (at ? html`<span class="figures">${fullMoment(at, zone)}</span>` : '')

const facts = (item, zone) => html`
  <dl class="facts">
    ${fact('class', [`${w(`kind.${item.kind}`)} ${item.classCode}`, local(item.className), local(item.conditionWords), item.clock ? limitWords(item.clock.limit) : ''].filter(Boolean).join(' · '))}
    ${fact('place', [gridNumberOf(item) ? t('grid', { n: gridNumberOf(item) }) : '', item.cellCode ? `${t('cell')} ${item.cellCode}` : '', `${item.lon.toFixed(6)}, ${item.lat.toFixed(6)}`].filter(Boolean).join(' · '))}
    ${fact('component', item.componentCode ? html`<a class="code" href="/c/${item.componentCode}">${item.componentCode}</a>` : '')}
    ${fact('source', [w(`source.${item.source}`), item.channel ? w(`channel.${item.channel}`) : ''].filter(Boolean).join(' · '))}
    ${fact('unit', local(item.unit?.name))}
    ${fact('reported', time(item.reportedAt, zone))}${fact('filed', time(item.filedAt, zone))}${fact('dispatched', time(item.dispatchedAt, zone))}
    ${fact('due', time(item.dueAt, zone))}${fact('handled', time(item.handledAt, zone))}${fact('closed', time(item.closedAt, zone))}
    ${fact('rework', item.rework ? t('times', { n: item.rework }) : '')}
    ${fact('master', link(item.masterNumber))}${fact('reopened', link(item.reopenedFrom))}
  </dl>`

const sheet = ({ item, me, town }) => html`
  <article class="case-sheet">
    <header><p class="soft">${local(town?.name)} · ${t('title')}</p>
      <h1>${caseTitle(item)} <span class="code">${item.number}</span></h1>
      <p class="row"><span class="state">${stateWord(item.state)}</span>${deadline(item)}</p></header>
    ${item.description ? html`<p class="description">${item.description}</p>` : ''}
    <div class="case-about">${facts(item, me.zone)}${item.photoIds?.length ? html`<section><h2>${t('photos.report')}</h2>${photos(item.photoIds)}</section>` : ''}</div>
    ${requests(item.requests, me.zone, t('requests'))}
    ${reporters(item, link)}
    <section><h2>${c('process')}</h2>${bars(item, me.zone)}${steps(item, { zone: me.zone, photos, link })}</section>
    <footer class="on-paper soft">${t('printed', { time: fullMoment(Date.now(), me.zone), name: me.displayName })}</footer>
  </article>`

const bar = ({ me, item, town }) => html`
  <header class="case-top"><a class="brand" href=${may(me, ...DESK) ? '/desk/' : '/'}>CityGrid <strong>${local(town?.name)}</strong></a>
    <button type="button" class="primary" ?disabled=${!item} @click=${() => print()}>${t('print')}</button>
    ${may(me, ...DESK) ? html`<a class="button" href="/desk/?queue=all&case=${number}">${t('desk')}</a>` : ''}${tools(me)}</header>`

const failed = (problem, page) => html`<div class="empty bad page-problem"><p>${problem.status === 404 ? t('missing', { number }) : problemWords(problem)}</p>
  ${problem.status === 404 || problem.status === 403 ? '' : html`<button type="button" @click=${() => load(page)}>${w('retry')}</button>`}<a href="/">CityGrid</a></div>`

const view = (state, page) => {
  document.title = `${number} · ${t('title')} · CityGrid`
  render(html`${state.me ? bar(state) : ''}
    ${state.problem ? failed(state.problem, page) : state.item ? sheet(state) : html`<div class="case-sheet" aria-busy="true"><div class="skeleton title"></div><div class="skeleton block-skeleton"></div><div class="skeleton block-skeleton"></div></div>`}`,
  document.getElementById('page'))
}

const page = store({ me: null, town: null, item: null, problem: null }, state => view(state, page))

const load = async ({ change }) => {
  try { change({ item: await getCase(number), problem: null }) }
  catch (problem) { change({ problem }) }
}

/** Paper is white: the dark theme waits until it is printed. */
const onPaper = () => {
  const { dataset } = document.documentElement
  let kept = ''
  addEventListener('beforeprint', () => { kept = dataset.theme; dataset.theme = 'light' })
  addEventListener('afterprint', () => { dataset.theme = kept })
}

const start = async () => {
  document.addEventListener('signed-out', askToSignIn)
  redrawOnChange(page.draw)
  onPaper()
  page.change({ me: await whoAmI() })
  getTown().then(town => page.change({ town }), () => {})
  await load(page)
  document.addEventListener('live-case', ({ detail }) => { if (detail.number === number) load(page) })
  document.addEventListener('live-resync', () => load(page))
  listenLive()
  setInterval(page.draw, 30_000)
}

start().catch(problem => { if (problem.status !== 401) page.change({ problem }) })
