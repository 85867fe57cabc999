// desk/handlers.js – what each click and key of the desk means.

import { answerChase } from '../server/cases.js'
import { locate } from '../server/town.js'
import { writeFilter } from '../lib/address.js'
import { FILTERS } from '../lib/narrowing.js'
import { filled, missing, needsOf, proposedValues } from '../lib/offers.js'
import { apartOf } from '../lib/process.js'
import { instantOf } from '../lib/time.js'
import { emptyCall, placeCall } from '../panel/hotline.js'
import { replyKey } from '../panel/chaseBox.js'
import { t as c } from '../panel/words.js'
import { toast } from '../parts/toast.js'
import { problemWords } from '../parts/words.js'
import { t } from './words.js'

const shownFilter = filter => Object.fromEntries(FILTERS.filter(name => filter[name]?.length).map(name => [name, filter[name]]))

/** After the next render, what was opened has the caret. */
const focusFirst = () => requestAnimationFrame(() => requestAnimationFrame(() => document.querySelector('[data-first]')?.focus()))

export const handlers = (desk, load, send, map) => {
  const { state, change } = desk
  const remember = () => history.replaceState(null, '', writeFilter('/desk/', shownFilter(state.filter), state.chosen))

  const open = async number => {
    const at = state.items?.findIndex(item => item.number === number) ?? -1
    change({ chosen: number, cursor: number, cursorAt: at < 0 ? state.cursorAt : at, form: null, hotline: null, detailProblem: null })
    remember()
    const found = await load.detail(number)
    if (found && state.chosen === number) map().reveal(found)
  }

  const shut = () => {
    change({ chosen: null, detail: null, detailProblem: null, form: null, contacts: null })
    remember()
  }

  const narrow = values => {
    change(now => ({ filter: { ...now.filter, ...values }, items: null }))
    remember()
    return load.list()
  }

  const fill = (values, marks = {}) =>
    change(now => ({ form: now.form && { ...now.form, ...marks, values: { ...now.form.values, ...values }, complaint: '' } }))

  const submit = () => {
    const { offer, values } = state.form
    const gaps = missing(offer, values)
    if (gaps.length) return change(now => ({ form: { ...now.form, complaint: t('act.missing', { fields: gaps.map(name => t(`act.${name}`)).join('、') }) } }))
    const ready = filled(values)
    if (ready.until) ready.until = instantOf(ready.until, state.me.zone)
    return send(offer, ready)
  }

  const offer = chosen => {
    if (!needsOf(chosen).length) return send(chosen, {})
    if (needsOf(chosen).some(({ name }) => name === 'unit')) load.loads()
    return change({ form: { offer: chosen, values: proposedValues(chosen, state.detail), complaint: '', sending: false } })
  }

  const writeReply = (item, chase, text) => {
    const key = replyKey(item, chase)
    change(now => ({ replies: { ...now.replies, [key]: { ...now.replies[key], text } } }))
  }

  const reply = async (item, chase) => {
    const key = replyKey(item, chase)
    const put = draft => change(now => ({ replies: { ...now.replies, [key]: draft } }))
    const { text = '' } = state.replies[key] ?? {}
    put({ text, sending: true })
    try {
      const detail = await answerChase(item.number, chase.seq, text)
      put({})
      if (state.chosen === item.number) change({ detail })
      toast(c('chase.sent'), { tone: 'good', seconds: 4 })
    } catch (problem) {
      put({ text, complaint: c('chase.failed', { why: problem.status === 409 ? problem.detail : problemWords(problem) }) })
      if (problem.status === 409) load.detail(item.number)
    }
  }

  const offerNamed = name => state.detail?.actions?.find(({ action }) => action === name)
  const link = masterNumber => send(offerNamed('LINK'), { masterNumber })
  /** Not the same: it goes on by itself, or is looked at first where that is the way. */
  const distinct = number => send(apartOf(state.detail), { notDuplicateOf: number })

  const pickPlace = latlng => {
    if (state.hotline) return placeCall(desk, latlng)
    const place = { lon: latlng.lng, lat: latlng.lat, component: map().componentAt(latlng) }
    change({ place })
    return locate(place.lon, place.lat).then(found => { if (state.place === place) change({ place: { ...place, ...found, lon: place.lon, lat: place.lat, known: true } }) }, () => {})
  }

  return {
    reveal: load.people.reveal,
    called: async (id, reached) => { if (await load.people.called(id, reached)) load.counts() },
    open, shut, narrow, fill, submit, offer, pickPlace, reply, writeReply, link, distinct,
    hideTwin: number => change(now => ({ notTwins: new Set([...now.notTwins, number]) })),
    hover: number => { if (number !== state.hovered) change({ hovered: number }) },
    reload: load.list,
    more: load.more,
    clear: () => narrow(Object.fromEntries(Object.keys(state.filter).filter(name => name !== 'queue').map(name => [name, '']))),
    search: text => { if ((text ?? '') !== (state.filter.text ?? '')) narrow({ text, ...(text && state.filter.queue === 'mine' ? { queue: 'all' } : {}) }) },
    toggleFilters: () => change(now => ({ filtersOpen: !now.filtersOpen })),
    cancelForm: () => change({ form: null }),
    lightbox: shown => change({ lightbox: shown }),
    readDay: figures => change({ dayRead: figures }),
    keys: () => {
      change(now => ({ keys: !now.keys }))
      if (state.keys) focusFirst()
    },
    startHotline: () => {
      change({ hotline: emptyCall(), place: null })
      focusFirst()
    },
    wholeTown: () => map().showWhole(),
    shutPlace: () => change({ place: null }),
  }
}
