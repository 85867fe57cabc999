// lib/offers.js – an action the server offers for a case: what it needs, what is proposed, what is still missing.

/** "opinion?" is wished, "opinion" is needed. */
export const needsOf = offer => (offer.needs ?? []).map(need => ({ name: need.replace(/\?$/, ''), optional: need.endsWith('?') }))

/** The values an offer starts with: what the case already proposes. */
export const proposedValues = (offer, detail) => {
  const names = needsOf(offer).map(({ name }) => name)
  const known = (detail.conditions ?? []).some(({ id }) => id === detail.conditionId)
  const only = detail.conditions?.length === 1 ? detail.conditions[0].id : undefined
  return {
    ...(names.includes('unit') && { unitCode: detail.proposedUnit?.code ?? '' }),
    ...(names.includes('condition') && { conditionId: known ? detail.conditionId : (only ?? '') }),
    ...(names.includes('master') && { masterNumber: detail.suspectedDuplicateOf ?? '' }),
    ...(names.includes('photos') && { photoIds: [] }),
  }
}

const FIELDS = { opinion: 'opinion', unit: 'unitCode', condition: 'conditionId', until: 'until', master: 'masterNumber', collector: 'collector', photos: 'photoIds', outcome: 'outcome' }

export const fieldOf = need => FIELDS[need] ?? need

/** Names of the needs that have no value yet. */
export const missing = (offer, values) =>
  needsOf(offer).filter(({ name, optional }) => !optional && !(values[fieldOf(name)]?.length)).map(({ name }) => name)

/** The values to send: nothing empty. */
export const filled = values => Object.fromEntries(Object.entries(values).filter(([, value]) => value?.length))

/** The offer whose key letter was pressed. */
export const offerOf = (offers, key) => offers?.find(offer => offer.key?.toLowerCase() === key.toLowerCase()) ?? null
