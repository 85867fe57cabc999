// oversight/lists.js – the three lists: red and yellow lamps, stuck cases, chases that wait for an answer.

import { html } from 'lit-html'
import { live } from 'lit-html/directives/live.js'
import { repeat } from 'lit-html/directives/repeat.js'
import { remedyOf } from '../lib/chases.js'
import { gridNumber, gridNumberOf } from '../lib/gridNumber.js'
import { withQuery } from '../lib/http.js'
import { local } from '../lib/i18n.js'
import { lightNow } from '../lib/lights.js'
import { may } from '../lib/session.js'
import { duration, minutesUntil, moment } from '../lib/time.js'
import { byWhom, chaseState } from '../panel/history.js'
import { t as c } from '../panel/words.js'
import { deadline, lightMark } from '../parts/light.js'
import { caseTitle, problemWords, stateWord, w } from '../parts/words.js'
import { t } from './words.js'

export const mayChase = me => may(me, 'SHIFT_LEADER', 'INSPECTOR')

const box = (item, { marked, me }, on) => (mayChase(me)
  ? html`<label class="pick"><input type="checkbox" .checked=${live(marked.has(item.number))} ?disabled=${item.gone} aria-label=${t('pick', { title: `${caseTitle(item)} ${item.number}` })}
      @change=${event => on.mark(item, event.target.checked)}></label>` : '')

const row = (item, state, on, content, acts) => html`
  <li class="oversight-row ${item.gone ? 'gone' : ''}" data-number=${item.number} data-list=${state.tab} ?data-hovered=${state.hovered === item.number} aria-current=${state.chosen === item.number}
    @mouseenter=${() => on.hover(item.number)} @mouseleave=${() => on.hover(null)}>
    ${box(item, state, on)}
    <button type="button" class="row-open" @click=${() => on.choose(item)}>${content}</button>
    ${acts ? html`<span class="row-acts">${acts}</span>` : ''}
    ${item.gone ? html`<span class="soft row-gone">${t('gone')}</span>` : ''}
  </li>`

const openLink = number => html`<a class="button" href=${withQuery('/desk/', { queue: 'all', case: number })}>${t('open')}</a>`
const chaseButton = (item, words, on) => html`<button type="button" data-chase=${item.number} @click=${() => on.chase([item])}>${words}</button>`

const whereOf = item => {
  const grid = item.grid ? gridNumber(item.grid.number) : gridNumberOf(item)
  return [local(item.unit?.name), grid ? `${w('grid.word')} ${grid}` : ''].filter(Boolean).join(' · ')
}

const title = item => html`<span class="row-title">${caseTitle(item)}</span> <span class="code soft">${item.number}</span>`

const chaseMark = (item, { chases, me }) => {
  const found = (chases ?? []).find(({ number }) => number === item.number)
  if (!found) return ''
  return html`<span class="mark ${found.overdue ? 'bad' : ''}">${found.overdue ? `! ${t('chases.overdue')}` : found.replyDue ? t('chased.due', { time: moment(found.replyDue, me.zone) }) : t('chased')}</span>`
}

const watchRow = (item, state, on) => row(item, state, on, html`
  <span class="row-line">${title(item)} ${deadline(item)}</span>
  <span class="row-line soft"><span class="row-words">${[stateWord(item.state), whereOf(item), item.description].filter(Boolean).join(' · ')}</span> ${chaseMark(item, state)}</span>`)

const listHead = (light, items, state) => {
  const counted = state.part ? null : state.overview?.lights[light]
  return html`<li class="list-head"><h2>${lightMark(light)} ${t(`${light}.list`)}</h2>
    <a class="figures light-${light}" href=${withQuery('/desk/', { queue: 'open', light, ...state.part?.of })}>${counted ?? items.length}${counted === null && state.next ? '+' : ''}</a></li>`
}

const watchList = (state, on) => {
  const red = state.watch.filter(item => lightNow(item) === 'red')
  const yellow = state.watch.filter(item => lightNow(item) !== 'red')
  const group = (light, items) => (items.length ? html`${listHead(light, items, state)}${repeat(items, ({ number }) => number, item => watchRow(item, state, on))}` : '')
  return html`<ul class="rows">${group('red', red)}${group('yellow', yellow)}</ul>
    ${state.next ? html`<button type="button" class="quiet wide" @click=${on.more}>${t('more')}</button>` : ''}`
}

const stuckActs = (item, { me }, on) => {
  const first = remedyOf(item.why)
  const nobody = item.why.some(({ reason }) => reason === 'NOBODY')
  const chased = item.why.some(({ reason }) => reason === 'CHASE')
  if (nobody && may(me, 'ADMINISTRATOR')) return html`<a class="button" href="/admin/">${t('place')}</a>${openLink(item.number)}`
  return first === 'chase' && mayChase(me) ? html`${chaseButton(item, t(chased ? 'chase.again' : 'chase'), on)}${openLink(item.number)}` : openLink(item.number)
}

const stuckRow = (item, state, on) => row(item, state, on, html`
  <span class="row-line">${title(item)} <span class="figures soft">${t('stuck.quiet', { span: duration(item.quietMinutes) })}</span></span>
  ${item.why.map(why => html`<span class="why"><b>${local(why.words)}</b> <span>${t('todo', { words: local(why.todo) })}</span></span>`)}
  <span class="row-line soft"><span class="row-words">${[stateWord(item.state), item.collector ? t('whose', { name: item.collector }) : whereOf(item), item.hops ? t('stuck.hops', { n: item.hops }) : '', item.request ? t('request', { words: c(`request.${item.request}`) }) : ''].filter(Boolean).join(' · ')}</span></span>`,
stuckActs(item, state, on))

const reasonChips = ({ overview, reason }, on) => html`
  <div class="chips">${[['any', t('stuck.all'), overview?.stuck], ...(overview?.reasons ?? []).map(one => [one.reason, c(`stuck.${one.reason}`), one.count])].map(([code, words, n]) => html`
    <span class="chip-pair"><button type="button" class="chip" aria-pressed=${reason === code} @click=${() => on.reason(code)}>${words}</button><a class="figures" href=${withQuery('/desk/', { queue: 'all', stuck: code })}>${n ?? '–'}</a></span>`)}</div>`

const stuckList = (state, on) => {
  const shown = state.stuck.filter(({ why }) => state.reason === 'any' || why.some(({ reason }) => reason === state.reason))
  return html`${reasonChips(state, on)}<ul class="rows">${repeat(shown, ({ number }) => number, item => stuckRow(item, state, on))}</ul>`
}

const chaseRow = (item, state, on) => row(item, state, on, html`
  <span class="row-line">${title(item)} <span class="figures ${item.overdue ? 'bad strong' : 'strong'}">${item.overdue ? '! ' : ''}${chaseState({ ...item, open: true, overdue: item.replyDue && minutesUntil(item.replyDue) < 0 }, state.me.zone)}</span></span>
  <span class="opinion">${item.opinion}</span>
  <span class="row-line soft"><span class="row-words">${[t('chases.by', { name: byWhom(item.by), time: moment(item.at, state.me.zone) }), item.times > 1 ? t('chases.times', { n: item.times }) : '', stateWord(item.state), whereOf(item)].filter(Boolean).join(' · ')}</span></span>`,
html`${mayChase(state.me) ? chaseButton(item, t('chase.again'), on) : ''}${openLink(item.number)}`)

const answerRow = (item, state, on) => html`
  <li class="oversight-row answered" data-number=${item.number} ?data-hovered=${state.hovered === item.number} aria-current=${state.chosen === item.number}
    @mouseenter=${() => on.hover(item.number)} @mouseleave=${() => on.hover(null)}>
    <button type="button" class="row-open" @click=${() => on.choose(item)}>
      <span class="row-line">${title(item)} <span class="figures ${item.overdue ? 'bad' : 'soft'}">${chaseState(item, state.me.zone)}${item.overdue ? ` · ${t('chases.too.late')}` : ''}</span></span>
      <span class="opinion strong">${item.reply}</span>
      <span class="row-line soft"><span class="row-words">${[t('chases.by', { name: byWhom(item.by), time: moment(item.at, state.me.zone) }), item.opinion].join(' · ')}</span></span></button></li>`

const chaseList = (state, on) => {
  const group = (words, items) => (items.length ? html`<li class="list-head"><h2>${words}</h2><span class="figures">${items.length}</span></li>
    ${repeat(items, ({ number }) => number, item => chaseRow(item, state, on))}` : '')
  const answered = state.answers ?? []
  return html`${state.chases.length ? '' : html`<p class="empty">${t('chases.empty')}</p>`}
    <ul class="rows">${group(`! ${t('chases.overdue')}`, state.chases.filter(({ overdue }) => overdue))}${group(t('chases.waiting'), state.chases.filter(({ overdue }) => !overdue))}
      ${answered.length ? html`<li class="list-head"><h2>${t('chases.answered')}</h2><span class="figures">${answered.length}</span></li>
        ${repeat(answered, ({ number, seq }) => `${number}#${seq}`, item => answerRow(item, state, on))}` : ''}</ul>`
}

const LISTS = { watch: watchList, stuck: stuckList, chases: chaseList }

const skeleton = html`<div aria-hidden="true">${Array.from({ length: 7 }, () => html`<div class="skeleton row-skeleton"></div>`)}</div>`

const content = (state, on) => {
  const problem = state[`${state.tab}Problem`]
  if (!state[state.tab]) return problem ? html`<div class="empty bad"><p>${t('failed')} ${problemWords(problem)}</p><button type="button" @click=${on.reload}>${w('retry')}</button></div>` : skeleton
  return html`${problem ? html`<p class="empty bad">${problemWords(problem)}</p>` : ''}
    ${state[state.tab].length || state.tab === 'chases' ? LISTS[state.tab](state, on) : html`<p class="empty">${t(`${state.tab}.empty`)}</p>`}`
}

const countOf = (state, tab) => (tab === 'watch' ? (state.overview ? state.overview.lights.red + state.overview.lights.yellow : '') : state[tab]?.length ?? '')

const picked = (state, on) => {
  const shown = state[state.tab] ?? []
  if (!mayChase(state.me) || !shown.length) return ''
  return html`<div class="pick-bar">
    <button type="button" class="quiet" @click=${() => on.markAll(state.marked.size ? [] : shown)}>${t(state.marked.size ? 'pick.none' : 'pick.all')}</button>
    ${state.marked.size ? html`<span class="soft">${t('picked', { n: state.marked.size })}</span><button type="button" class="primary" data-chase-marked @click=${() => on.chase([...state.marked.values()])}>${t('chase.n', { n: state.marked.size })} <kbd>U</kbd></button>` : ''}</div>`
}

export const lists = (state, on) => html`
  <div class="tabs" role="tablist">${['watch', 'stuck', 'chases'].map(tab => html`
    <button type="button" role="tab" data-tab=${tab} aria-selected=${state.tab === tab} @click=${() => on.tab(tab)}>${t(`tab.${tab}`)} <span class="badge figures">${countOf(state, tab)}</span></button>`)}
    ${state.part && state.tab === 'watch' ? html`<button type="button" class="chip only" @click=${() => on.only(null)}>${t('only', { name: state.part.name })} <span aria-hidden="true">✕</span></button>` : ''}</div>
  ${picked(state, on)}
  <div class="scroll" id="rows">${content(state, on)}</div>
  ${state.waiting ? html`<div class="news"><button type="button" @click=${on.adopt}>${t('news', { n: state.waiting })}</button></div>` : ''}`
