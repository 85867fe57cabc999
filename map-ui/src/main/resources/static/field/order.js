// field/order.js – which task first. Pure.

import { metresBetween } from '../phone/position.js'

const WARNING_MINUTES = 10

/** Light of a task from the minutes left to its due time, null when it has none. */
export const lightOf = minutes => (minutes === null ? 'none' : minutes < 0 ? 'red' : minutes <= WARNING_MINUTES ? 'yellow' : 'green')

/** Tasks with minutes left and metres from here, soonest due first, or nearest first. */
export const ordered = (tasks, fix, by, now) => tasks
  .map(task => ({
    ...task,
    minutes: task.dueAt ? (new Date(task.dueAt) - now) / 60_000 : null,
    metres: fix ? metresBetween(fix, task) : null,
  }))
  .map(task => ({ ...task, light: lightOf(task.minutes) }))
  .sort((a, b) => (by === 'distance' && fix ? a.metres - b.metres : (a.minutes ?? Infinity) - (b.minutes ?? Infinity) || 0))
