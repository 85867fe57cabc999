// admin/calendar/app.js – the working calendar: its state, what can be done, and how it is drawn.

import { html, render } from 'lit-html'
import { getCalendar, listCalendarChanges, putCalendar } from '../../server/calendar.js'
import { getTown } from '../../server/town.js'
import { Problem } from '../../lib/http.js'
import { local } from '../../lib/i18n.js'
import { askToSignIn, may, whoAmI } from '../../lib/session.js'
import { store } from '../../lib/store.js'
import { day, shiftDay } from '../../lib/time.js'
import { changeOf, withDraft } from '../../lib/workdays.js'
import { toast } from '../../parts/toast.js'
import { redrawOnChange, tools } from '../../parts/tools.js'
import { problemWords } from '../../parts/words.js'
import { dayForm, formFor } from './dayForm.js'
import { draftPanel, isEmpty } from './draftPanel.js'
import { hoursPanel } from './hoursPanel.js'
import { pastPanel } from './pastPanel.js'
import { t } from './words.js'
import { yearView } from './yearView.js'

const TABS = ['year', 'hours', 'past']
const MOST_DAYS = 62
const tabOf = () => (TABS.includes(location.hash.slice(1)) ? location.hash.slice(1) : 'year')
const anyHours = () => ({ validFrom: '', days: [1, 2, 3, 4, 5], periods: [{ starts: '08:00', ends: '12:00' }, { starts: '14:00', ends: '18:00' }], fault: '' })

const page = store({
  me: null, town: null, problem: null, tab: tabOf(), year: 0, today: '', calendar: null, changes: null, listProblem: null,
  chosen: null, cursor: '', form: {}, draft: new Map(), newHours: [], removed: [], wanted: anyHours(), note: '', preview: null, fault: '', saving: false,
}, state => view(state))
const state = page.state

/** The calendar as it would be with the draft. */
const seen = () => {
  const kept = state.calendar.hours.filter(({ validFrom }) => !state.removed.includes(validFrom) && !state.newHours.some(one => one.validFrom === validFrom))
  const hours = [...kept, ...state.newHours].sort((a, b) => a.validFrom.localeCompare(b.validFrom))
  const exceptions = new Map(state.calendar.exceptions.map(one => [one.day, one]))
  return { ...state, hours, all: withDraft(exceptions, state.draft) }
}

const change = note => ({ revision: state.calendar.revision, note, ...changeOf(state.draft, state.newHours, state.removed) })

let asked = 0
const ask = () => {
  const mine = ++asked
  page.change({ preview: null, fault: '' })
  if (isEmpty(state)) return
  setTimeout(async () => {
    if (mine !== asked) return
    const preview = await putCalendar(change('preview'), true).catch(problem => ({ fault: problemWords(problem) }))
    if (mine === asked) page.change({ preview })
  }, 300)
}

const load = async () => {
  const calendar = await getCalendar(state.year)
  page.change({ calendar, listProblem: null })
  listCalendarChanges().then(({ items }) => page.change({ changes: items }), () => {})
}
const loading = () => load().catch(problem => page.change({ listProblem: problem }))

const empty = () => ({ draft: new Map(), newHours: [], removed: [], note: '', preview: null, fault: '', chosen: null })

const daysOf = ({ chosen, form: { to } }) => {
  const days = [chosen]
  while (to && days.at(-1) < to && days.length < MOST_DAYS) days.push(shiftDay(days.at(-1), 1))
  return days
}

const on = {
  year: year => { page.change({ year, chosen: null, cursor: `${year}-01-01` }); loading() },
  cursor: cursor => { document.querySelector(`[data-day="${cursor}"]`)?.focus(); page.change({ cursor }) },
  choose: chosen => {
    page.change({ chosen, cursor: chosen, form: formFor(chosen, seen()) })
    if (matchMedia('(width < 900px)').matches) document.querySelector('.calendar aside')?.scrollIntoView()
  },
  form: patch => page.change({ form: { ...state.form, fault: '', ...patch } }),
  putDay: () => {
    const { how, name } = state.form
    if (how !== 'week' && !name.trim()) { on.form({ fault: t('day.name.needed') }); document.getElementById('day-name')?.focus(); return }
    const draft = new Map(state.draft)
    const stored = new Map(state.calendar.exceptions.map(one => [one.day, one]))
    for (const one of daysOf(state)) {
      const before = stored.get(one)
      if (how === 'week') before ? draft.set(one, null) : draft.delete(one)
      else if (before && before.works === (how === 'on') && before.name === name.trim()) draft.delete(one)
      else draft.set(one, { works: how === 'on', name: name.trim() })
    }
    page.change({ draft })
    ask()
  },
  dropDay: one => { const draft = new Map(state.draft); draft.delete(one); page.change({ draft, chosen: null }); ask() },
  wanted: patch => page.change({ wanted: { ...state.wanted, fault: '', ...patch } }),
  weekday: one => on.wanted({ days: (state.wanted.days.includes(one) ? state.wanted.days.filter(it => it !== one) : [...state.wanted.days, one]).sort() }),
  span: (i, patch) => on.wanted({ periods: state.wanted.periods.map((one, at) => (at === i ? { ...one, ...patch } : one)) }),
  moreSpans: () => on.wanted({ periods: [...state.wanted.periods, { starts: '', ends: '' }] }),
  lessSpans: () => on.wanted({ periods: state.wanted.periods.slice(0, -1) }),
  putHours: () => {
    const { validFrom, days, periods } = state.wanted
    if (!days.length || periods.some(({ starts, ends }) => !starts || !ends)) { on.wanted({ fault: t('hours.needed') }); return }
    page.change({ newHours: [...state.newHours.filter(one => one.validFrom !== validFrom), { validFrom, days, periods }], removed: state.removed.filter(one => one !== validFrom), wanted: anyHours() })
    ask()
  },
  dropHours: from => { page.change({ newHours: state.newHours.filter(one => one.validFrom !== from) }); ask() },
  removeHours: from => { page.change({ removed: [...state.removed, from] }); ask() },
  keepHours: from => { page.change({ removed: state.removed.filter(one => one !== from) }); ask() },
  note: note => page.change({ note, fault: '' }),
  dropAll: () => { asked++; page.change(empty()) },
  save: async () => {
    if (!state.note.trim()) { page.change({ fault: t('note.needed') }); document.getElementById('note')?.focus(); return }
    page.change({ saving: true })
    try {
      const done = await putCalendar(change(state.note.trim()))
      toast(`${t('saved', { n: done.cases })} ${done.waiting ? t('saved.waiting', { n: done.waiting }) : ''}`, { tone: 'good', seconds: 8 })
      page.change({ ...empty(), saving: false })
      await loading()
    } catch (problem) {
      page.change({ saving: false, fault: problem.status === 409 ? t('conflict', { by: problem.by ?? '' }) : problemWords(problem) })
      if (problem.status === 409) { await loading(); ask() }
    }
  },
}

const side = all => html`<aside>${state.tab === 'year' ? dayForm(all, on) : ''}${draftPanel(all, on)}</aside>`

const main = () => {
  if (state.listProblem) return html`<div class="empty bad"><p>${t('missing')} ${problemWords(state.listProblem)}</p><button type="button" @click=${loading}>${t('reload')}</button></div>`
  if (!state.calendar) return html`<div class="skeleton block-skeleton"></div>`
  if (state.tab === 'past') return pastPanel(state)
  const all = seen()
  return html`<div class="calendar">${state.tab === 'year' ? yearView(all, on) : hoursPanel(all, on)}${side(all)}</div>`
}

const view = () => {
  document.title = `${t('title')} · CityGrid`
  render(state.problem ? html`<div class="empty bad page-problem"><p>${problemWords(state.problem)}</p><a href="/">CityGrid</a></div>` : state.me ? html`
    <header class="admin-top"><a class="brand" href="/admin/">CityGrid <strong>${local(state.town?.name)}</strong></a><h1>${t('title')}</h1>
      <nav>${TABS.map(name => html`<a href="#${name}" aria-current=${state.tab === name ? 'page' : 'false'}>${t(`tab.${name}`)}</a>`)}<a href="/admin/">${t('back')}</a></nav>${tools(state.me)}</header>
    <main class="admin wide">${main()}</main>` : html`<div class="skeleton block-skeleton"></div>`,
  document.getElementById('page'))
}

const start = async () => {
  document.addEventListener('signed-out', askToSignIn)
  const me = await whoAmI()
  if (!may(me, 'ADMINISTRATOR')) throw new Problem({ status: 403 })
  const today = day(Date.now(), me.zone ?? 'Asia/Shanghai')
  page.change({ me, today, cursor: today, year: Number(today.slice(0, 4)) })
  getTown().then(town => page.change({ town }), () => {})
  await loading()
}

addEventListener('hashchange', () => page.change({ tab: tabOf() }))
addEventListener('beforeunload', event => { if (!isEmpty(state)) event.preventDefault() })
redrawOnChange(page.draw)
start().catch(problem => { if (problem.status !== 401) page.change({ problem }) })
