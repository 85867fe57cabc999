// board/schemes/app.js – how scores are made: every scheme as a sheet, its versions, and a new one from a day on.

import { html, nothing, render } from 'lit-html'
import { local } from '../../lib/i18n.js'
import { shifted } from '../../lib/period.js'
import { draftOf, formOf, isWhole, newPart, standing } from '../../lib/schemeDraft.js'
import { askToSignIn, may, whoAmI } from '../../lib/session.js'
import { store } from '../../lib/store.js'
import { day } from '../../lib/time.js'
import { redrawOnChange, tools } from '../../parts/tools.js'
import { toast } from '../../parts/toast.js'
import { problemWords } from '../../parts/words.js'
import { addScheme, catalogue, evaluation, schemes } from '../../server/evaluation.js'
import { getTown } from '../../server/town.js'
import { editing } from './editing.js'
import { sheet } from './sheet.js'
import { trial } from './trial.js'
import { t } from './words.js'

const page = store({
  me: null, town: null, today: '', lastMonth: '', items: null, shown: {}, indicators: new Map(), counts: new Map(),
  draft: null, draftProblem: '', trialMonth: '', tried: null, problem: null,
}, state => view(state))
const { state } = page

const mayWrite = () => may(state.me, 'EVALUATOR', 'ADMINISTRATOR')
const byCode = list => new Map(list.map(one => [one.code, one]))
const load = async () => page.change({ items: (await schemes()).items })

const at = (list, where, patch) => list.map((one, i) => (i === where ? { ...one, ...patch } : one))
const without = (list, where) => list.filter((_, i) => i !== where)
const change = patch => page.change({ draft: { ...state.draft, ...patch }, draftProblem: '' })

const on = {
  show: (code, validFrom) => page.change({ shown: { ...state.shown, [code]: validFrom } }),
  edit: version => {
    page.change({ draft: draftOf(version, state.today), draftProblem: '', tried: null })
    requestAnimationFrame(() => requestAnimationFrame(() => document.querySelector('.editing')?.scrollIntoView({ block: 'nearest' })))
  },
  draft: change,
  part: (where, patch) => change({ parts: at(state.draft.parts, where, patch) }),
  addPart: code => change({ parts: [...state.draft.parts, newPart(code, state.indicators)] }),
  dropPart: where => change({ parts: without(state.draft.parts, where) }),
  deduction: (where, patch) => change({ deductions: at(state.draft.deductions, where, patch) }),
  addDeduction: code => change({ deductions: [...state.draft.deductions, { code, each: 1 }] }),
  dropDeduction: where => change({ deductions: without(state.draft.deductions, where) }),
  grade: (where, from) => change({ grades: state.draft.grades.map((was, i) => (i === where ? from : was)) }),
  grades: grades => change({ grades }),
  cancel: () => page.change({ draft: null, tried: null }),
  save: async () => {
    if (!isWhole(state.draft) && !confirm(t('sum.sure'))) return
    try {
      const { code, validFrom } = await addScheme(formOf(state.draft))
      toast(t('saved', { from: validFrom }), { tone: 'good' })
      page.change({ draft: null, tried: null, shown: { ...state.shown, [code]: validFrom } })
      await load()
    } catch (problem) { page.change({ draftProblem: problemWords(problem) }) }
  },
  trialMonth: trialMonth => page.change({ trialMonth, tried: null }),
  try: async () => {
    const { of, code } = state.draft
    try { page.change({ tried: await evaluation({ of, scheme: code, period: state.trialMonth }) }) }
    catch (problem) { toast(problemWords(problem), { tone: 'bad' }) }
  },
}

/** The version that is looked at: the chosen one, else the one valid today, else the next. */
const looked = versions => versions.find(({ code, validFrom }) => state.shown[code] === validFrom)
  ?? versions.find(version => standing(version, state.today) === 'standing') ?? versions[0]

const versionTabs = (versions, shown) => (versions.length < 2 ? nothing : html`<div class="chips" role="group" aria-label=${t('versions')}>${versions.map(({ code, validFrom }) => html`
  <button type="button" class="chip" aria-pressed=${validFrom === shown.validFrom} @click=${() => on.show(code, validFrom)}>${t('version', { from: validFrom })}</button>`)}</div>`)

const scheme = versions => {
  const shown = looked(versions)
  const isEdited = state.draft?.code === shown.code
  return html`<article class="scheme" data-scheme=${shown.code}><header class="row between"><h2>${local(shown.name)} ${shown.usual ? html`<span class="state">${t('usual')}</span>` : nothing} <small class="soft">${t(shown.of)} · <span class="code">${shown.code}</span></small></h2>
      ${mayWrite() && !isEdited ? html`<button type="button" @click=${() => on.edit(shown)}>${t('edit')}</button>` : nothing}</header>
    ${versionTabs(versions, shown)}${sheet(shown, state)}
    ${isEdited ? html`${editing(state, on)}${trial(state, on)}` : nothing}</article>`
}

const main = () => {
  if (!state.items) return html`<div class="skeleton block-skeleton" aria-busy="true"></div>`
  if (!state.items.length) return html`<p class="empty">${t('none')}</p>`
  const codes = [...new Set(state.items.map(({ code }) => code))]
  return html`${codes.map(code => scheme(state.items.filter(one => one.code === code)))}`
}

const view = () => {
  document.title = `${t('title')} · ${local(state.town?.name)} · CityGrid`
  render(state.problem ? html`<div class="empty bad page-problem"><p>${problemWords(state.problem)}</p><a href="/">CityGrid</a></div>` : html`
    <header class="schemes-top"><a class="brand" href="/board/">CityGrid <strong>${local(state.town?.name)}</strong></a> <h1>${t('title')}</h1><a href="/board/evaluation/">${t('back')}</a>${state.me ? tools(state.me) : nothing}</header>
    <main class="schemes">${main()}</main>`, document.getElementById('page'))
}

const start = async () => {
  document.addEventListener('signed-out', askToSignIn)
  const me = await whoAmI()
  const today = day(Date.now(), me.zone)
  const lastMonth = shifted(today.slice(0, 7), -1)
  page.change({ me, today, lastMonth, trialMonth: lastMonth })
  getTown().then(town => page.change({ town }), () => {})
  const { indicators, counts } = await catalogue()
  page.change({ indicators: byCode(indicators), counts: byCode(counts) })
  await load()
}

redrawOnChange(page.draw)
page.draw()
start().catch(problem => { if (problem.status !== 401) page.change({ problem }) })
