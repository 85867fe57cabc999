// panel/topBar.js – the town, the queues, search, today.

import { html } from 'lit-html'
import { live } from 'lit-html/directives/live.js'
import { t } from '../desk/words.js'
import { local } from '../lib/i18n.js'
import { may } from '../lib/session.js'
import { clock } from '../lib/time.js'
import { figurePlace, sparkLine } from '../parts/figures.js'
import { tools } from '../parts/tools.js'
import { stateWord, w } from '../parts/words.js'
import { t as c } from './words.js'

const QUEUES = ['REPORTED', 'TO_FILE', 'TO_DISPATCH', 'HANDLING', 'TO_CHECK', 'TO_CLOSE']

const count = (code, { counts, filter }, on) => html`
  <a class="count" href="/desk/?queue=open&state=${code}" title=${stateWord(code)} aria-current=${[filter.state].flat().join() === code}
    @click=${event => { event.preventDefault(); on.narrow({ queue: 'open', state: [code], light: '' }) }}>
    ${t(`queue.${code}`)} <span class="figures">${counts ? counts.states[code] ?? 0 : '–'}</span></a>`

const enquiries = ({ enquiries: counts }) => html`
  <a class="count" href="/enquiries/" title=${w('nav.enquiries')}>${t('queue.enquiries')} <span class="figures">${counts?.open ?? '–'}</span></a>`

/** Who still waits to be called back, where there is somebody: they are told beside the list, where no case is open. */
const callBacks = ({ callBacks: calls }, on) => (calls?.total ? html`
  <button type="button" class="count quiet" data-call-backs @click=${on.shut}>${c('callback.short')} <span class="figures">${calls.total}</span></button>` : '')

const todayWords = ({ today, days }) => (today ? html`
  <div class="today">
    <span class="soft">${t('today')}</span>
    <a href=${figurePlace('reported', today.date)}>${w('figure.reported')} <span class="figures">${today.reported}</span></a>
    <a href=${figurePlace('closed', today.date)}>${w('figure.closed')} <span class="figures">${today.closed}</span></a>
    <a href="/oversight/" class="to-oversight">${w('nav.oversight')}</a>
    <a href="/board/" title=${w('chart.title')}>${sparkLine(days.slice(0, -1).map(({ handled }) => handled))}</a>
  </div>` : html`<div class="today"><a href="/oversight/" class="to-oversight">${w('nav.oversight')}</a></div>`)

const search = ({ filter }, on) => html`
  <form class="search" role="search" @submit=${event => { event.preventDefault(); on.search(new FormData(event.target).get('text')) }}>
    <input type="search" name="text" aria-label=${t('search.label')} placeholder=${t('search')} .value=${live(filter.text ?? '')}
      @search=${event => on.search(event.target.value)}>
  </form>`

const stale = ({ staleSince, me }) =>
  (staleSince ? html`<p class="stale" role="status">${t('stale', { time: clock(staleSince, me.zone) })}</p>` : '')

export const topBar = (state, on) => html`
  <div class="bar">
    <a class="brand" href="/desk/">CityGrid <strong>${local(state.town?.name ?? state.me.town?.name)}</strong></a>
    <nav class="counts" aria-label=${t('counts')}>${QUEUES.map(code => count(code, state, on))}${enquiries(state)}${callBacks(state, on)}</nav>
    ${search(state, on)}
    ${may(state.me, 'ACCEPTOR') ? html`<button type="button" @click=${on.startHotline}>＋ ${t('new.case')} <kbd>N</kbd></button>` : ''}
    ${todayWords(state)}
    <button type="button" class="quiet icon" aria-label=${t('keys.open')} title=${t('keys.open')} @click=${on.keys}>?</button>
    ${tools(state.me)}
  </div>
  ${stale(state)}`
