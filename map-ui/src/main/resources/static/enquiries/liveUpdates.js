// enquiries/liveUpdates.js – takes what happens elsewhere into the page, and moves nothing under the pointer.

const later = (milliseconds, act) => {
  let timer = null
  return () => { timer ??= setTimeout(() => { timer = null; act() }, milliseconds) }
}

/** True while the pointer is over the list or the caret in it. */
const busy = () => {
  const rows = document.querySelector('.rows')
  return Boolean(rows) && (rows.matches(':hover') || Boolean(rows.querySelector(':focus-visible')))
}

/** @param {{list: () => void, counts: () => void, detail: () => void, figures: () => void}} load */
export const liveUpdates = ({ state, change }, load) => {
  const listSoon = later(400, () => { if (busy()) change(now => ({ waiting: now.waiting + 1 })); else load.list() })
  const countsSoon = later(1_000, load.counts)
  const figuresSoon = later(2_000, load.figures)

  const onEnquiry = ({ detail: { number } }) => {
    if (!state.me) return
    if (state.tab === 'figures') return figuresSoon()
    if (state.chosen === number && !state.form) load.detail()
    listSoon()
    countsSoon()
  }

  const all = () => {
    if (!state.me) return
    if (state.tab === 'figures') return load.figures()
    load.list()
    load.counts()
    if (!state.form) load.detail()
  }

  // What happened between the first reading and the opening of the stream was heard by neither: read once more.
  const onState = ({ detail: { up, since } }) => {
    change({ staleSince: since })
    if (up) all()
  }

  document.addEventListener('live-enquiry', onEnquiry)
  document.addEventListener('live-resync', all)
  document.addEventListener('live-state', onState)
}
