// lib/live.js – the stream of what happens, as DOM events on the document: "live-case", "live-figures", "live-state".

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
    source.addEventListener('case', ({ data }) => tell('live-case', JSON.parse(data)))
    source.addEventListener('figures', ({ data }) => tell('live-figures', JSON.parse(data)))
    source.addEventListener('error', () => {
      state(false)
      if (source.readyState === EventSource.CLOSED) setTimeout(open, 5_000)
    })
  }
  open()
  return () => source.close()
}
