// board/evaluation/app.js – who does how well, over which days, and why: a league, and the results that were frozen of it.

import { html, nothing, render } from 'lit-html'
import { language, local } from '../../lib/i18n.js'
import { lastPeriods, periodAt, spanOf } from '../../lib/period.js'
import { askToSignIn, whoAmI } from '../../lib/session.js'
import { store } from '../../lib/store.js'
import { day, fullMoment } from '../../lib/time.js'
import { redrawOnChange, tools } from '../../parts/tools.js'
import { toast } from '../../parts/toast.js'
import { problemWords } from '../../parts/words.js'
import { evaluation, fileOf, freeze, publish, result, results, schemes, shades } from '../../server/evaluation.js'
import { getTown } from '../../server/town.js'
import { choices } from './choices.js'
import { corrections, frozen } from './frozen.js'
import { hasPlaces, outlinesOf, places, shadeBy, shadesIn } from './places.js'
import { SHOWN, table } from './table.js'
import { t } from './words.js'

const PARTS = ['of', 'period', 'from', 'to', 'scheme', 'id', 'key']
const TREND = 6
const DAY = /^\d{4}-\d\d-\d\d$/

const fromAddress = () => Object.fromEntries(PARTS.map(name => [name, new URLSearchParams(location.search).get(name) ?? '']))
const asked = ({ of, period, from, to, scheme }) => (period ? { of, period, scheme } : { of, from, to, scheme })
const given = form => Object.fromEntries(Object.entries(form).filter(([, value]) => value))

const go = part => {
  page.change({ ...part, problem: null })
  const query = new URLSearchParams(PARTS.filter(name => page.state[name]).map(name => [name, page.state[name]]))
  history.replaceState(null, '', `${location.pathname}?${query}`)
}

let last = 0
const load = async () => {
  const { state } = page
  const mine = ++last
  page.change({ loading: true })
  try {
    const [found, list] = await Promise.all([state.id ? result(state.id) : evaluation({ ...asked(state), limit: SHOWN }), results({ of: state.of })])
    if (mine !== last) return
    page.change({ found, results: list.items, loading: false, shown: SHOWN })
    loadShades()
    loadApart()
  } catch (problem) { if (mine === last) page.change({ problem, loading: false }) }
}

/** The page after those that are shown. A frozen result is all there already. */
const loadMore = async () => {
  const { found } = page.state
  if (!found.next) return page.change(({ shown }) => ({ shown: shown + SHOWN }))
  page.change({ more: true })
  try {
    const next = await evaluation({ ...asked(page.state), limit: SHOWN, after: found.next })
    if (page.state.found === found) page.change({ found: { ...found, items: [...found.items, ...next.items], next: next.next }, shown: found.items.length + SHOWN })
  } catch (problem) { toast(problemWords(problem), { tone: 'bad' }) }
  page.change({ more: false })
}

const loadShades = async () => {
  const { state } = page
  const { found } = state
  if (!hasPlaces(state.of) || !found) return
  const by = shadeBy(state)
  try {
    const colours = found.result ? shadesIn(found, by) : await shades({ ...asked(state), by })
    if (state.found === found || state.found?.asOf === found.asOf) page.change({ shades: colours })
  } catch (problem) { toast(problemWords(problem), { tone: 'bad' }) }
}

/** Whoever is chosen on the map may stand far down the list. */
const loadApart = async () => {
  const { state } = page
  const { key, found } = state
  if (!key || !found || found.result || found.items.some(item => item.key === key)) return
  const { items } = await evaluation({ ...asked(state), key }).catch(() => ({ items: [] }))
  if (state.key === key) page.change({ apart: items[0] ?? null })
}

/** How the chosen one did in the periods before. A period that cannot be had is a dash. */
const loadTrend = async () => {
  const { state } = page
  const { of, key, scheme, period, from, to } = state
  page.change({ trend: null })
  if (!key) return
  const periods = lastPeriods({ period, from, to }, TREND)
  const found = await Promise.all(periods.map(one => evaluation({ of, key, scheme, ...one }).then(({ items }) => items[0], () => null)))
  if (state.key === key && state.of === of && state.period === period) page.change({ trend: periods.map((one, i) => ({ asked: one, item: found[i] })) })
}

const loadOutlines = async () => {
  const { of } = page.state
  page.change({ outlines: null })
  if (!hasPlaces(of)) return
  const outlines = await outlinesOf(of).catch(reason => { console.warn('no outlines:', reason.message); return { type: 'FeatureCollection', features: [] } })
  if (page.state.of === of) page.change({ outlines })
}

const doing = async (question, words) => {
  try { await question(); toast(words, { tone: 'good' }) }
  catch (problem) { toast(problemWords(problem), { tone: 'bad' }) }
  return load()
}

const reveal = key => document.querySelector(`.league tr[data-key="${CSS.escape(key)}"]`)?.scrollIntoView({ block: 'nearest' })

const on = {
  narrow: part => {
    const kind = part.of && part.of !== page.state.of
    go({ ...part, id: '', key: '' })
    load()
    if (kind) loadOutlines()
  },
  choose: key => {
    go({ key: page.state.key === key ? '' : key })
    loadTrend()
    loadApart().then(() => requestAnimationFrame(() => requestAnimationFrame(() => page.state.key && reveal(page.state.key))))
  },
  hover: hovered => page.change({ hovered }),
  /** What was entered meanwhile stays. */
  leave: key => { if (page.state.hovered === key) page.change({ hovered: null }) },
  shade: shade => { page.change({ shade }); loadShades() },
  more: loadMore,
  open: id => { go({ id, key: '' }); load() },
  freeze: note => doing(() => freeze(given({ ...asked(page.state), note })), t('done.frozen')),
  publish: id => doing(() => publish(id), t('done.published')),
}

const files = state => html`<p class="take"><span class="soft">${t('take')}</span> ${['xlsx', 'csv', 'pdf'].map(form => html`<a href=${fileOf(form, asked(state), state.id, language())} download>${form.toUpperCase()}</a> `)}
  <button type="button" class="quiet" @click=${() => print()}>${t('print')}</button></p>`

const head = ({ found, me }) => html`<div class="head"><h2>${local(found.ofName)} <span class="figures">${t('days', { from: found.period.from, to: found.period.to })}</span>
    ${found.scheme ? html`<small class="soft">${local(found.scheme.name)}</small>` : nothing}</h2>
  ${found.result ? html`<p>${t('frozen', { time: fullMoment(found.result.frozenAt, me.zone), n: found.result.version })}${found.result.note ? ` · ${found.result.note}` : ''} <button type="button" class="quiet" @click=${() => on.open('')}>${t('live')}</button></p>`
    : found.period.running ? html`<p class="soft">${t('running')}</p>` : nothing}</div>`

const league = state => html`<section aria-busy=${state.loading}>${head(state)}${files(state)}
  <div class="both">${places(state, on)}${table(state, on)}</div></section>${corrections(state.found)}`

const content = state => {
  if (!state.me) return html`<div class="skeleton block-skeleton" aria-busy="true"></div>`
  return html`${choices(state, on)}
    ${state.problem ? html`<p class="bad" role="alert">${problemWords(state.problem)}</p>`
      : state.found ? league(state) : html`<div class="skeleton block-skeleton" aria-busy="true"></div>`}
    ${frozen(state, on)}`
}

const view = state => {
  document.title = `${t('title')} · ${local(state.town?.name)} · CityGrid`
  render(html`<header class="evaluation-top"><a class="brand" href="/board/">CityGrid <strong>${local(state.town?.name)}</strong></a> <h1>${t('title')}</h1>${state.me ? tools(state.me) : nothing}</header>
    <main class="evaluation">${content(state)}</main>`, document.getElementById('page'))
}

const page = store({
  ...fromAddress(), me: null, town: null, versions: null, found: null, results: null, outlines: null, trend: null, hovered: null, shade: '', shades: null, apart: null, shown: SHOWN, more: false, loading: false, problem: null,
}, view)

redrawOnChange(page.draw)
page.draw()
getTown().then(town => page.change({ town }), () => {})
try {
  const me = await whoAmI()
  page.change({ me })
  const { of, period, from, to } = page.state
  const isRange = DAY.test(from) && DAY.test(to) && from <= to && !spanOf(period)
  go({ of: of || 'department', ...(isRange ? { period: '' } : { period: spanOf(period) ? period : periodAt('month', day(Date.now(), me.zone)), from: '', to: '' }) })
  schemes().then(({ items }) => page.change({ versions: items }), () => {})
  load()
  loadOutlines()
  loadTrend()
} catch (problem) {
  if (problem.status === 401) askToSignIn()
  else page.change({ problem })
}
