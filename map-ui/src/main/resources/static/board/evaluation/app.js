// board/evaluation/app.js – who does how well, over which days, and why: a league, and the results that were frozen of it.

import { html, nothing, render } from 'lit-html'
import { language, local } from '../../lib/i18n.js'
import { SPANS, periodAt, shifted, spanOf } from '../../lib/period.js'
import { askToSignIn, whoAmI } from '../../lib/session.js'
import { store } from '../../lib/store.js'
import { day, fullMoment } from '../../lib/time.js'
import { redrawOnChange, tools } from '../../parts/tools.js'
import { toast } from '../../parts/toast.js'
import { problemWords, w } from '../../parts/words.js'
import { catalogue, evaluation, fileOf, freeze, publish, result, results } from '../../server/evaluation.js'
import { getTown } from '../../server/town.js'
import { corrections, frozen } from './frozen.js'
import { table } from './table.js'
import { t } from './words.js'

const KINDS = ['department', 'collector', 'acceptor', 'leader', 'dispatcher', 'grid', 'community', 'cell', 'town']
const PARTS = ['of', 'period', 'scheme', 'id', 'key']

const fromAddress = () => Object.fromEntries(PARTS.map(name => [name, new URLSearchParams(location.search).get(name) ?? '']))
const asked = ({ of, period, scheme }) => ({ of, period, scheme })

const go = part => {
  page.change({ ...part, problem: null })
  const query = new URLSearchParams(PARTS.filter(name => page.state[name]).map(name => [name, page.state[name]]))
  history.replaceState(null, '', `${location.pathname}?${query}`)
  load()
}

let last = 0
const load = async () => {
  const { state } = page
  const mine = ++last
  page.change({ loading: true })
  try {
    const [found, list] = await Promise.all([state.id ? result(state.id) : evaluation(asked(state)), results({ of: state.of })])
    if (mine === last) page.change({ found, results: list.items, loading: false })
  } catch (problem) { if (mine === last) page.change({ problem, loading: false }) }
}

const doing = async (question, words, then) => {
  try { const found = await question(); toast(words); then(found) }
  catch (problem) { toast(problemWords(problem), { tone: 'bad' }) }
}

const on = {
  choose: key => go({ key: page.state.key === key ? '' : key }),
  open: id => go({ id, key: '' }),
  freeze: note => doing(() => freeze({ ...Object.fromEntries(Object.entries(asked(page.state)).filter(([, value]) => value)), ...(note ? { note } : {}) }), t('done.frozen'), load),
  publish: id => doing(() => publish(id), t('done.published'), load),
}

const select = (name, choices) => html`<label class="field"><span>${t(name)}</span><select @change=${event => go({ [name]: event.target.value, id: '', key: '', ...(name === 'of' ? { scheme: '' } : {}) })}>
  ${choices.map(([value, words]) => html`<option value=${value} ?selected=${page.state[name] === value}>${words}</option>`)}</select></label>`

const schemes = ({ kinds, of }) => kinds?.find(({ code }) => code === of)?.schemes ?? []

const spans = ({ period, me }) => html`<div class="field"><span>${t('period')}</span><div class="row">
  <div class="chips" role="group">${SPANS.map(span => html`<button type="button" aria-pressed=${spanOf(period) === span} @click=${() => go({ period: periodAt(span, day(Date.now(), me.zone)), id: '', key: '' })}>${t(span)}</button>`)}</div>
  <button type="button" aria-label=${t('earlier')} title=${t('earlier')} @click=${() => go({ period: shifted(period, -1), id: '', key: '' })}>‹</button>
  <strong class="figures period">${period}</strong>
  <button type="button" aria-label=${t('later')} title=${t('later')} ?disabled=${shifted(period, 1) > periodAt(spanOf(period), day(Date.now(), me.zone))} @click=${() => go({ period: shifted(period, 1), id: '', key: '' })}>›</button></div></div>`

const bar = state => html`<form class="filters" @submit=${event => event.preventDefault()}>
  ${select('of', KINDS.map(kind => [kind, t(kind)]))}
  ${spans(state)}
  ${schemes(state).length ? select('scheme', [['', t('scheme.usual')], ...schemes(state).map(code => [code, state.schemeNames?.[code] ? local(state.schemeNames[code]) : code])]) : nothing}</form>`

const files = state => html`<p class="take"><span class="soft">${t('take')}</span> ${['xlsx', 'csv', 'pdf'].map(form => html`<a href=${fileOf(form, asked(state), state.id, language())} download>${form.toUpperCase()}</a> `)}
  <button type="button" class="quiet" @click=${() => print()}>${t('print')}</button></p>`

const head = ({ found, me, id }) => html`<div class="head"><h2>${local(found.ofName)} <span class="figures">${t('days', { from: found.period.from, to: found.period.to })}</span>
    ${found.scheme ? html`<small class="soft">${local(found.scheme.name)}</small>` : nothing}</h2>
  ${found.result ? html`<p>${t('frozen', { time: fullMoment(found.result.frozenAt, me.zone), n: found.result.version })} <button type="button" class="quiet" @click=${() => go({ id: '' })}>${t('live')}</button></p>`
    : found.period.running ? html`<p class="soft">${t('running')}</p>` : nothing}</div>`

const content = state => {
  if (!state.me) return html`<div class="skeleton block-skeleton" aria-busy="true"></div>`
  return html`${bar(state)}
    ${state.problem ? html`<p class="bad" role="alert">${problemWords(state.problem)}</p>` : nothing}
    ${state.found && !state.problem ? html`<section aria-busy=${state.loading}>${head(state)}${files(state)}${table({ found: state.found, chosen: state.key }, on)}</section>${corrections(state.found)}`
      : state.problem ? nothing : html`<div class="skeleton block-skeleton" aria-busy="true"></div>`}
    ${frozen(state, on)}`
}

const view = state => {
  document.title = `${t('title')} · ${local(state.town?.name)} · CityGrid`
  render(html`<header class="evaluation-top"><a class="brand" href="/board/">CityGrid <strong>${local(state.town?.name)}</strong></a> <h1>${t('title')}</h1>${state.me ? tools(state.me) : nothing}</header>
    <main class="evaluation">${content(state)}</main>`, document.getElementById('page'))
}

const page = store({ ...fromAddress(), me: null, town: null, kinds: null, schemeNames: null, found: null, results: null, loading: false, problem: null }, view)

redrawOnChange(page.draw)
page.draw()
getTown().then(town => page.change({ town }), () => {})
try {
  const me = await whoAmI()
  page.change({ me })
  catalogue().then(({ kinds }) => page.change({ kinds }), () => {})
  go({ of: page.state.of || 'department', period: spanOf(page.state.period) ? page.state.period : periodAt('month', day(Date.now(), me.zone)) })
} catch (problem) {
  if (problem.status === 401) askToSignIn()
  else page.change({ problem })
}
