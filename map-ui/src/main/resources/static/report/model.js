// report/model.js – the one owner of the citizen page's state.

import { render } from 'lit-html'
import { get } from '../lib/http.js'
import { translator } from '../lib/i18n.js'
import { store } from '../lib/store.js'
import { newId } from '../phone/ids.js'
import { read } from '../phone/reading.js'
import { questionOf, similarAsker, stillOpen } from '../phone/similar.js'
import { drafts } from '../phone/store.js'
import { messages as shared } from '../phone/messages.js'
import { newAsk } from './asking.js'
import { aboutComponent, newDraft, placeOf } from './draft.js'
import { messages } from './messages.js'

export const t = translator({ zh: { ...shared.zh, ...messages.zh }, en: { ...shared.en, ...messages.en } })
const NAME = 'report'
const ASK = 'ask'

let page = () => {}
export const { state, change, draw } = store({
  town: null, townTrouble: null, classes: null, draft: null, fix: null, fixTrouble: null, located: null, sought: '', searching: false,
  photoTrouble: null, notScanned: null, similar: null, entry: null, copied: false, tooFar: false, ask: null, askTrouble: null,
}, now => render(page(now), document.getElementById('app')))

export const showPage = template => { page = template; draw() }

export const changeDraft = patch => {
  change({ draft: { ...state.draft, ...patch } })
  void drafts.keep(NAME, state.draft).catch(() => {})
}

export const freshDraft = async () => {
  await drafts.drop(NAME).catch(() => {})
  change({ draft: newDraft(newId()), located: null, photoTrouble: null })
}

export const changeAsk = patch => {
  change({ ask: { ...state.ask, ...patch } })
  void drafts.keep(ASK, state.ask).catch(() => {})
}

export const freshAsk = async () => {
  await drafts.drop(ASK).catch(() => {})
  change({ ask: newAsk(newId()), askTrouble: null })
}

/** Whoever scanned a label comes with the component's code in the address; the answer is whether it was found. */
const takeScanned = async () => {
  const code = new URLSearchParams(globalThis.location.search).get('component')
  if (!code) return
  try {
    const card = await get(`/api/components/${encodeURIComponent(code)}`)
    changeDraft({ ...aboutComponent(newDraft(newId()), card) })
    history.replaceState(null, '', '/report/#photo')
  } catch { change({ notScanned: code }) }
}

export const arrive = async () => {
  change({ draft: await drafts.load(NAME).catch(() => null) ?? newDraft(newId()), ask: await drafts.load(ASK).catch(() => null) ?? newAsk(newId()) })
  await takeScanned()
  try { change({ town: (await read('/api/town')).value, townTrouble: null }) }
  catch (townTrouble) { change({ townTrouble }) }
  read('/api/classes', { conditions: true }).then(({ value }) => change({ classes: value.items }), () => {})
}

let timer
export const locate = place => {
  clearTimeout(timer)
  change({ located: null })
  timer = setTimeout(async () => {
    try { change({ located: await get('/api/grids/locate', { lon: place.lon, lat: place.lat }) }) }
    catch { change({ located: { unknown: true } }) }
  }, 400)
}

const asker = similarAsker(similar => change({ similar }))
export const askSimilar = () => { if (state.draft) asker(state.draft.thing, placeOf(state.draft)) }

/** What is reported already and the person has not said to be another. */
export const alreadyThere = ({ similar, draft }) => stillOpen(similar, questionOf(draft.thing, placeOf(draft)), draft.another)

/** Whether the server said that the place is outside the town; not known is not outside. */
export const outside = located => Boolean(located && !located.unknown && !located.division && !located.dutyGrid)
