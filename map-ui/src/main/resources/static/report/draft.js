// report/draft.js – a citizen's report while it is being made, and what is sent. Pure.

export const newDraft = id =>
  ({ id, fix: null, pin: null, address: '', thing: null, photos: [], words: '', name: '', phone: '', wantsReply: false, another: [] })

export const placeOf = draft => draft.pin ?? draft.fix

/** A report about a component that was scanned: what and where are answered. @param {object} card */
export const aboutComponent = (draft, card) => ({
  ...draft,
  thing: { kind: 'component', classCode: card.classCode, componentCode: card.code, zh: card.className.zh, en: card.className.en },
  pin: { lon: card.lon, lat: card.lat },
  address: draft.address || card.address || '',
})

/** The first step that still needs an answer: where, what, or nothing. */
export const firstOpen = draft => (!placeOf(draft) ? 'where' : !draft.thing ? 'what' : null)

/** One text for the desk: what the person wrote, else what was tapped; the place in words after it. */
export const descriptionOf = ({ words, thing, address }) =>
  [words.trim() || thing.zh, address.trim() && `位置：${address.trim()}`].filter(Boolean).join('\n')

const contactOf = ({ name, phone }) => {
  const contact = { ...(name.trim() ? { name: name.trim() } : {}), ...(phone.trim() ? { phone: phone.trim() } : {}) }
  return Object.keys(contact).length ? { contact } : {}
}

/** The report as POST /api/reports takes it. */
export const reportOf = (draft, observedAt) => {
  const { lon, lat, accuracyMetres } = draft.fix ?? draft.pin
  return {
    kind: draft.thing.kind,
    classCode: draft.thing.classCode,
    ...(draft.thing.componentCode ? { componentCode: draft.thing.componentCode } : {}),
    location: { lon, lat, ...(draft.fix ? { accuracyMetres } : {}), crs: 'wgs84' },
    ...(draft.pin ? { pin: { lon: draft.pin.lon, lat: draft.pin.lat } } : {}),
    description: descriptionOf(draft),
    observedAt: new Date(observedAt).toISOString(),
    ...contactOf(draft),
    ...(draft.wantsReply && draft.phone.trim() ? { wantsReply: true } : {}),
  }
}
