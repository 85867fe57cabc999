// phone/similar.js – before a report is sent: is the same reported here already? Asked over the network only; without an
// answer there is no question, and the report goes its way.

import { get } from '../lib/http.js'

const AFTER = 500

/** What is asked about: the thing, and the place to some ten metres. Pure. */
export const questionOf = (thing, place) =>
  (thing && place ? [thing.kind, thing.classCode, thing.componentCode ?? '', place.lon.toFixed(4), place.lat.toFixed(4)].join('|') : '')

/** Those nobody has said "another one" to, as long as the answer is to the question that stands. Pure. */
export const stillOpen = (similar, question, another = []) =>
  (similar && question && similar.question === question ? similar.items.filter(({ followId }) => !another.includes(followId)) : [])

/**
 * Asks once the thumb rests; the same question is not asked twice.
 * @param {(similar: {question: string, items: object[]}) => void} told
 */
export const similarAsker = told => {
  let timer
  let asked = ''
  const ask = async (question, thing, place) => {
    try {
      const { items } = await get('/api/reports/similar', { kind: thing.kind, class: thing.classCode, component: thing.componentCode, lon: place.lon, lat: place.lat })
      if (asked === question) told({ question, items })
    } catch { if (asked === question) asked = '' }
  }
  return (thing, place) => {
    const question = questionOf(thing, place)
    if (!question || question === asked) return
    asked = question
    clearTimeout(timer)
    timer = setTimeout(() => void ask(question, thing, place), AFTER)
  }
}

/** Whether a kept write follows a matter. Pure. */
export const isFollow = entry => /\/follow$/.test(entry?.path ?? '')
