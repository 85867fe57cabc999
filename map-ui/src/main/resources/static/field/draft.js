// field/draft.js – a report while it is being filled in, and what is sent when it is done. Pure.

/**
 * @param {string} id UUID made on the phone; becomes the Idempotency-Key
 * @param {boolean} self the collector fixed it at once: photos before and after
 */
export const newDraft = (id, self) =>
  ({ id, self, fix: null, pin: null, thing: null, conditionId: null, photos: [], after: [], description: '', another: [] })

export const untouched = draft =>
  !draft.pin && !draft.thing && !draft.photos.length && !draft.after.length && !draft.description

/** The place a person means: the pin when it was moved, else the phone's fix. */
export const placeOf = draft => draft.pin ?? draft.fix

/** Words for what is still missing, as text keys; empty when it can be sent. */
export const missingOf = draft => [
  !placeOf(draft) && 'missing.where',
  !draft.thing && 'missing.what',
  !draft.photos.length && (draft.self ? 'missing.before' : 'missing.photo'),
  draft.self && !draft.after.length && 'missing.after',
].filter(Boolean)

const locationOf = ({ fix, pin }) => {
  const { lon, lat, accuracyMetres } = fix ?? pin
  return { lon, lat, ...(fix && accuracyMetres !== undefined ? { accuracyMetres } : {}), crs: 'wgs84' }
}

/** The report as POST /api/reports takes it: the raw fix and the chosen pin are both kept. */
export const reportOf = (draft, words, observedAt) => ({
  kind: draft.thing.kind,
  classCode: draft.thing.classCode,
  ...(draft.thing.edition ? { edition: draft.thing.edition } : {}),
  ...(draft.conditionId ? { conditionId: draft.conditionId } : {}),
  ...(draft.thing.componentCode ? { componentCode: draft.thing.componentCode } : {}),
  location: locationOf(draft),
  ...(draft.pin ? { pin: { lon: draft.pin.lon, lat: draft.pin.lat } } : {}),
  description: draft.description.trim() || words,
  observedAt: new Date(observedAt).toISOString(),
  channel: 'field',
  ...(draft.self ? { selfHandled: true } : {}),
})

/** Photos in the order the desk reads them: before, then after. */
export const photosOf = draft => [...draft.photos, ...draft.after]
