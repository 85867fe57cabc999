// parts/words.js – the shared words, and sentences made of them.

import { translator, local } from '../lib/i18n.js'
import { duration, minutesUntil, timeLeft } from '../lib/time.js'
import { messages } from './messages.js'
import { reasonWords } from './reasons.js'

export const w = translator(messages)

export const stateWord = state => w(`state.${state}`)
export const roleWord = role => (role ? w(`role.${role}`) : '')

/** "2 工作时" / "2 work hours" */
export const limitWords = limit => (limit ? `${limit.value} ${w(`unit.${limit.unit}`, { n: limit.value })}` : '')

const ENDED = new Set(['CLOSED', 'REFUSED', 'LINKED', 'VOIDED'])

/** Time left of a case in words; how it went where the clock has stopped, how long it waits where none runs. */
export const deadlineWords = ({ state, dueAt, light, late, reportedAt, handledAt }, now = Date.now()) => {
  if (light === 'suspended') return w('light.suspended')
  if (handledAt) return w(late ? 'handled.late' : 'handled.in.time')
  if (ENDED.has(state)) return stateWord(state)
  if (dueAt && light !== 'none') return timeLeft(minutesUntil(dueAt, now))
  return reportedAt ? w('waiting', { span: duration(minutesUntil(reportedAt, now)) }) : w('light.none')
}

/** What a list calls a case: its class. */
export const caseTitle = item => local(item.className) || item.classCode || item.number

/** What to tell a person about a refused request. @param {import('../lib/http.js').Problem} problem */
export const problemWords = problem => {
  if (problem.offline) return w('problem.offline')
  if (problem.errors?.length) return w('problem.invalid', { fields: problem.errors.map(({ field, message }) => `${field}: ${reasonWords(message)}`).join('; ') })
  if (problem.status === 401) return w('problem.signed.out')
  if (problem.status === 403) return w('problem.forbidden')
  if (problem.status === 404) return w('problem.missing')
  if (problem.status === 409) return w('problem.conflict')
  if (problem.status === 429 || problem.status === 503) return w('problem.busy')
  return problem.status >= 500 || !problem.status ? w('problem.server') : problem.detail || problem.title || w('problem.server')
}
