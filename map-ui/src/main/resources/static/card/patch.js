// card/patch.js – what is sent when a card was edited: only what differs from what was shown. Pure.

const TEXTS = ['spec', 'address', 'note', 'source', 'since', 'state']
const ROLES = ['owner', 'maintenance', 'competent']

const unitOf = (card, role) => card?.[`${role}Unit`]?.code ?? ''
const fromOf = (card, role) => card?.relations?.find(one => one.role === role && !one.to)?.from ?? ''

/** A card as the form has it: texts everywhere, dimensions by name. */
export const formOf = card => ({
  classCode: card?.classCode ?? '',
  ...Object.fromEntries(TEXTS.map(name => [name, card?.[name] ?? ''])),
  state: card?.state ?? 'intact',
  ...Object.fromEntries(ROLES.flatMap(role => [[`${role}Unit`, unitOf(card, role)], [`${role}From`, fromOf(card, role)]])),
  dimensions: Object.fromEntries((card?.dimensions ?? []).map(({ name, value, unit }) => [name, { value: String(value), unit: unit ?? '' }])),
  photoIds: (card?.photos ?? []).map(({ id }) => id),
  place: null, reason: '',
})

/** Dimensions as the server takes them: empty ones left out, numbers as numbers where the class says so. */
export const dimensionsOf = (typed, attributes) =>
  Object.entries(typed).filter(([, { value }]) => String(value).trim() !== '').map(([name, { value, unit }]) => {
    const known = attributes.find(one => one.name === name)
    const text = String(value).trim()
    const number = known?.type === 'number' && Number.isFinite(Number(text)) ? Number(text) : text
    const wanted = known?.type === 'number' ? unit || known.units[0] : ''
    return { name, value: number, ...(wanted ? { unit: wanted } : {}) }
  })

const same = (a, b) => JSON.stringify(a) === JSON.stringify(b)
const byName = list => [...list].sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ name, value, unit }) => [name, String(value), unit ?? ''])

/** The body of PATCH: fields that differ; an emptied field is null. Without fields there is nothing to send. */
export const patchOf = (card, form, attributes) => {
  const before = formOf(card)
  const body = {}
  for (const name of TEXTS) if (form[name] !== before[name]) body[name] = form[name].trim() || null
  for (const role of ROLES) {
    const unit = `${role}Unit`
    const from = `${role}From`
    if (form[unit] !== before[unit]) body[unit] = form[unit] || null
    if (form[unit] && form[from] && form[from] !== before[from]) body[from] = form[from]
  }
  const dimensions = dimensionsOf(form.dimensions, attributes)
  if (!same(byName(dimensions), byName(card?.dimensions ?? []))) body.dimensions = dimensions
  if (!same(form.photoIds, before.photoIds)) body.photoIds = form.photoIds
  if (form.place) Object.assign(body, { lon: form.place.lon, lat: form.place.lat })
  if (!Object.keys(body).length) return null
  return { ...body, ...(form.reason.trim() ? { reason: form.reason.trim() } : {}) }
}

/** The body of POST /api/components. */
export const newCardOf = (form, attributes) => {
  const body = patchOf(null, form, attributes) ?? {}
  const told = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null))
  return { ...told, classCode: form.classCode, state: form.state }
}
