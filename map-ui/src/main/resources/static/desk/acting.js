// desk/acting.js – sends what the reader decided. The four acts that end or close something wait ten seconds, so that
// they can be taken back; leaving the page sends them at once.

import { act } from '../server/cases.js'
import { local } from '../lib/i18n.js'
import { toast } from '../parts/toast.js'
import { problemWords, stateWord, w } from '../parts/words.js'
import { t } from './words.js'

export const DELAYED = new Set(['REFUSE', 'REFUSE_FILING', 'LINK', 'ASK_VOID', 'CLOSE'])
const SECONDS = 10

export const acting = ({ state, change }, load) => {
  /** Refused by a rule while the case stands as it was seen, or overtaken by somebody else. */
  const refused = async (number, order, words, problem) => {
    if (problem.status !== 409) return toast(t('act.failed', { words, why: problemWords(problem) }), { tone: 'bad', seconds: 10 })
    if (problem.version === order.version) return toast(t('act.refused', { number, words, why: problem.detail }), { tone: 'bad', seconds: 12 })
    const found = state.chosen === number ? await load.detail(number) : null
    change({ form: null })
    const now = problem.state ?? found?.state
    return toast(`${number}: ${now ? t('case.version', { state: stateWord(now) }) : problemWords(problem)}`, { tone: 'bad', seconds: 10 })
  }

  const send = async (number, order, words, how) => {
    try {
      const detail = await act(number, order, how)
      change(now => ({
        ...(now.chosen === number ? { detail, form: null } : {}),
        items: now.items?.map(item => (item.number === number ? { ...item, ...detail } : item)) ?? null,
      }))
      toast(t('act.done', { number, words }), { tone: 'good', seconds: 4 })
      load.list()
      load.counts()
      load.points()
    } catch (problem) {
      await refused(number, order, words, problem)
    }
  }

  const wait = (number, order, words) => {
    let left = SECONDS
    const drop = () => {
      clearInterval(clock)
      state.pending.delete(number)
      note.close()
      change({})
    }
    const go = how => { drop(); return send(number, order, words, how) }
    const undo = () => { drop(); toast(t('act.undone', { number, words }), { seconds: 3 }) }
    const note = toast(t('act.waiting', { number, words, n: left }), { seconds: SECONDS + 5, button: { words: w('undo'), act: undo } })
    const clock = setInterval(() => {
      left -= 1
      if (left <= 0) go()
      else note.say(t('act.waiting', { number, words, n: left }))
    }, 1_000)
    state.pending.set(number, { go, undo, words })
    change({ form: null })
  }

  addEventListener('pagehide', () => state.pending.forEach(({ go }) => go({ keepalive: true })))

  return async (offer, values) => {
    const { number, version } = state.detail
    const words = local(offer.words)
    const order = { action: offer.action, version, ...values }
    if (state.pending.has(number)) return
    if (DELAYED.has(offer.action)) return wait(number, order, words)
    change(now => ({ form: now.form && { ...now.form, sending: true } }))
    await send(number, order, words)
    change(now => ({ form: now.form && { ...now.form, sending: false } }))
  }
}
