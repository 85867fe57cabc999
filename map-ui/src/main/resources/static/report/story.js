// report/story.js – a report's status as a person would tell it. Pure.

const STAGE = { RECEIVED: 1, VERIFYING: 1, ACCEPTED: 2, FILED: 2, HANDLING: 3, CHECKING: 3, CLOSED: 4 }

/** How far along the four steps it is; 0 when it ended another way. */
export const stageOf = status => STAGE[status] ?? 0

export const ended = status => ['CLOSED', 'REFUSED', 'LINKED', 'VOIDED'].includes(status)

/** Photos taken when it was reported, and those of the last step that has any. */
export const beforeAfter = ({ photoIds = [], steps = [] }) => {
  const known = new Set(photoIds)
  const later = steps.map(step => (step.photoIds ?? []).filter(id => !known.has(id))).filter(ids => ids.length)
  return { before: photoIds, after: later.at(-1) ?? [] }
}
