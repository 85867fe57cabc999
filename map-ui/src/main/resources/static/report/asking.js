// report/asking.js – a citizen's request while it is being written, and what is sent. Pure.

export const newAsk = id => ({ id, kind: null, text: '', here: false, photos: [], name: '', phone: '' })

const contactOf = ({ name, phone }) => {
  const contact = { ...(name.trim() ? { name: name.trim() } : {}), ...(phone.trim() ? { phone: phone.trim() } : {}) }
  return Object.keys(contact).length ? { contact } : {}
}

/** As POST /api/enquiries takes it; the place only where the person said it is about here. */
export const enquiryOf = (ask, fix) => ({
  kind: ask.kind,
  text: ask.text.trim(),
  ...(ask.here && fix ? { location: { lon: fix.lon, lat: fix.lat, crs: 'wgs84' } } : {}),
  ...contactOf(ask),
})

const STAGE = { RECEIVED: 1, ACCEPTED: 2, HANDLING: 2, REOPENED: 2, ANSWERED: 3, CLOSED: 3, CONVERTED: 0 }

/** How far along the three steps a request is; 0 when it went another way. */
export const askStageOf = status => STAGE[status] ?? 0

/** Whether nothing more will come unless the person says something. */
export const askEnded = ({ status, mayRate }) => status === 'CONVERTED' || (status === 'CLOSED' && !mayRate)
