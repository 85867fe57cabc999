// lib/live.js – the stream of what happens, as DOM events on the document: "live-case",
// "live-enquiry", "live-resync" (too much was missed: read everything anew) and "live-state" (up, or down since when).

/** A step of a case as pages use it; the stream names some fields as the topic does. */
export const eventOf = ({ caseId, caseNumber, to, ...rest }) => ({ id: caseId, number: caseNumber, state: to, ...rest })

const tell = (name, detail) => document.dispatchEvent(new CustomEvent(name, { detail }))

export const listenLive = (path = '/api/live') => {
  let since = null
  let source
  const state = up => {
    since = up ? null : (since ?? Date.now())
    tell('live-state', { up, since })
  }
  const open = () => {
    source = new EventSource(path)
    source.addEventListener('open', () => state(true))
    source.addEventListener('case', ({ data }) => tell('live-case', eventOf(JSON.parse(data))))
    source.addEventListener('enquiry', ({ data }) => tell('live-enquiry', JSON.parse(data)))
    source.addEventListener('resync', () => tell('live-resync'))
    source.addEventListener('error', () => {
      state(false)
      if (source.readyState === EventSource.CLOSED) setTimeout(open, 5_000)
    })
  }
  open()
  return () => source.close()
}
