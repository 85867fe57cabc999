// lib/address.js – what a list is narrowed by, kept in the page's address, so that a figure can open its cases.

import { LISTS } from './narrowing.js'

const lists = new Set(LISTS)

/** @param {string} search such as "?state=TO_FILE,TO_DISPATCH" @param {string[]} names */
export const readFilter = (search, names) => {
  const query = new URLSearchParams(search)
  const filter = {}
  for (const name of names) {
    const value = query.get(name)
    if (value) filter[name] = lists.has(name) ? value.split(',') : value
  }
  return filter
}

/** The address of a filter, with the chosen case; without parameters just the path. */
export const writeFilter = (path, filter, number) => {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(filter)) if (value?.length) query.set(name, Array.isArray(value) ? value.join(',') : value)
  if (number) query.set('case', number)
  const text = query.toString().replaceAll('%2C', ',')
  return text ? `${path}?${text}` : path
}

/** What a switch is set to when it is pressed: the same value again takes it out. */
export const toggled = (present, value) => (present === value ? '' : value)
