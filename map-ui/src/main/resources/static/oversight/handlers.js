// oversight/handlers.js – what each click and key of oversight means.

import { answerChase } from '../server/cases.js'
import { chase } from '../server/oversight.js'
import { dueChoices } from '../lib/chases.js'
import { instantOf } from '../lib/time.js'
import { newId } from '../phone/ids.js'
import { replyKey } from '../panel/chaseBox.js'
import { t as c } from '../panel/words.js'
import { toast } from '../parts/toast.js'
import { problemWords, stateWord, w } from '../parts/words.js'
import { t } from './words.js'

const focusFirst = () => requestAnimationFrame(() => requestAnimationFrame(() => document.querySelector('[data-first]')?.focus()))

const whyNot = problem => (problem.status === 409 ? `${problem.state ? `${stateWord(problem.state)} · ` : ''}${problem.detail || w('problem.conflict')}` : problemWords(problem))

/** What was not chased, to be tried again: under the same key where only the answer was lost. */
const again = (item, refusal) => (refusal ? [[item.number, refusal.lost ? item : { ...item, key: newId() }]] : [])

export const handlers = (page, load, map) => {
  const { state, change } = page
  const fill = values => change(now => ({ form: now.form && { ...now.form, ...values, complaint: '' } }))

  const choose = async item => {
    change({ chosen: item.number, detail: state.detail?.number === item.number ? state.detail : null, detailProblem: null, form: null })
    const found = await load.detail(item.number)
    if (found && state.chosen === item.number) map()?.reveal(found)
  }

  const open = items => {
    const since = Date.now()
    const [, { at }] = dueChoices(state.me.zone, since)
    change({ form: { items: items.map(item => ({ ...item, key: newId() })), opinion: '', until: at, since, complaint: '', refused: [], done: 0, sending: false } })
    focusFirst()
  }

  /** One after the other, so that each is told apart: who has moved since is not chased. */
  const send = async () => {
    const { items, opinion, until } = state.form
    if (!opinion.trim()) return fill({ complaint: t('form.missing') })
    const due = until ? instantOf(until, state.me.zone) : ''
    if (due && Date.parse(due) <= Date.now()) return change(now => ({ form: { ...now.form, complaint: t('form.past') } }))
    fill({ sending: true, done: 0, refused: [] })
    const refused = []
    for (const [at, item] of items.entries()) {
      await chase(item, opinion.trim(), due, item.key).catch(problem => refused.push({ number: item.number, why: whyNot(problem), lost: problem.offline }))
      fill({ done: at + 1 })
    }
    const done = items.length - refused.length
    if (done) toast(t('form.done', { n: done }), { tone: 'good', seconds: 5 })
    const left = new Map(items.flatMap(item => again(item, refused.find(({ number }) => number === item.number))))
    change(now => ({ marked: left, form: refused.length && now.form ? { ...now.form, items: [...left.values()], sending: false, refused } : null }))
    load.all()
    if (state.chosen) load.detail(state.chosen)
    return null
  }

  const put = (key, draft) => change(now => ({ replies: { ...now.replies, [key]: draft } }))
  const reply = async (item, one) => {
    const key = replyKey(item, one)
    const { text = '' } = state.replies[key] ?? {}
    put(key, { text, sending: true })
    try {
      const detail = await answerChase(item.number, one.seq, text)
      put(key, {})
      if (state.chosen === item.number) change({ detail })
      toast(c('chase.sent'), { tone: 'good', seconds: 4 })
      load.all()
    } catch (problem) { put(key, { text, complaint: c('chase.failed', { why: whyNot(problem) }) }) }
  }

  return {
    choose, send, fill, reply,
    writeReply: (item, one, text) => put(replyKey(item, one), { ...state.replies[replyKey(item, one)], text }),
    chase: items => open(items.filter(item => !item.gone)),
    chaseChosen: () => (state.marked.size ? open([...state.marked.values()]) : state.detail && state.detail.number === state.chosen ? open([state.detail]) : null),
    dropForm: () => change({ form: null }),
    shut: () => change({ chosen: null, detail: null, detailProblem: null }),
    hover: number => { if (number !== state.hovered) change({ hovered: number }) },
    lightbox: shown => change({ lightbox: shown }),
    open: number => location.assign(`/case/${number}`),
    mark: (item, on) => change(now => {
      const marked = new Map(now.marked)
      if (on) marked.set(item.number, item)
      else marked.delete(item.number)
      return { marked }
    }),
    markAll: items => change({ marked: new Map(items.filter(item => !item.gone).map(item => [item.number, item])) }),
    tab: tab => { change({ tab, marked: new Map() }); load.adopt() },
    by: by => { change(now => ({ by, lampRows: now.overview?.[by] ?? [] })) },
    reason: reason => change({ reason }),
    only: part => { change({ part, tab: 'watch', watch: null, next: undefined, marked: new Map() }); load.watch() },
    more: load.more,
    adopt: load.adopt,
    reload: load.all,
  }
}
