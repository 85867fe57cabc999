// parts/words.js – the shared words, and sentences made of them.

import { translator, local } from '../lib/i18n.js'
import { duration, minutesUntil, timeLeft } from '../lib/time.js'
import { messages } from './messages.js'

export const w = translator(messages)

export const stateWord = state => w(`state.${state}`)
export const roleWord = role => (role ? w(`role.${role}`) : '')

/** "2 工作时" / "2 work hours" */
export const limitWords = limit => (limit ? `${limit.value} ${w(`unit.${limit.unit}`, { n: limit.value })}` : '')

/** Time left of a case in words; its light's word where no clock runs. */
export const deadlineWords = ({ dueAt, light, handledAt, closedAt }, now = Date.now()) => {
  if (closedAt || handledAt || !dueAt || light === 'suspended' || light === 'none') return w(`light.${light ?? 'none'}`)
  return timeLeft(minutesUntil(dueAt, now))
}

export const ageWords = (instant, now = Date.now()) => duration(-minutesUntil(instant, now))

/** "2026-11-23-0187 · 07 · 待派遣" */
export const caseTitle = item => local(item.className) || item.classCode || item.number

/** What to tell a person about a refused request. @param {import('../lib/http.js').Problem} problem */
export const problemWords = problem => {
  if (problem.offline) return w('problem.offline')
  if (problem.errors?.length) return w('problem.invalid', { fields: problem.errors.map(({ field, message }) => `${field}: ${message}`).join('; ') })
  if (problem.status === 401) return w('problem.signed.out')
  if (problem.status === 403) return w('problem.forbidden')
  if (problem.status === 404) return w('problem.missing')
  if (problem.status === 409) return w('problem.conflict')
  if (problem.status === 429 || problem.status === 503) return w('problem.busy')
  return problem.status >= 500 || !problem.status ? w('problem.server') : problem.detail || problem.title || w('problem.server')
}
