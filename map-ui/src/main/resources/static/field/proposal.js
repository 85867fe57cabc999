// field/proposal.js – what a collector believes the register should say, and what is sent of it. Pure.

export const ACTS = ['create', 'move', 'gone']

/** @param {string} id UUID made on the phone; becomes the Idempotency-Key */
export const newProposal = id => ({ id, act: null, component: null, thing: null, fix: null, pin: null, photos: [], note: '' })

export const placeOf = draft => draft.pin ?? draft.fix

/** Words for what is still missing, as text keys; empty when it can be sent. */
export const lacking = draft => [
  !draft.act && 'propose.lacks.act',
  draft.act === 'create' && !draft.thing && 'missing.what',
  draft.act && draft.act !== 'create' && !draft.component && 'propose.lacks.component',
  draft.act === 'create' && !placeOf(draft) && 'missing.where',
  draft.act === 'move' && !draft.pin && 'propose.lacks.pin',
  draft.act && draft.act !== 'gone' && !draft.photos.length && 'missing.photo',
].filter(Boolean)

const place = ({ lon, lat }) => ({ lon, lat })

/** The proposal as POST /api/component-proposals takes it. */
export const proposalOf = draft => ({
  act: draft.act,
  ...(draft.act === 'create' ? { classCode: draft.thing.classCode, ...place(placeOf(draft)) } : { code: draft.component.code }),
  ...(draft.act === 'move' ? place(draft.pin) : {}),
  ...(draft.note.trim() ? { note: draft.note.trim() } : {}),
})
