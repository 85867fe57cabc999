// board/evaluation/places.js – the map beside the league: what it shows of each place, and what the shades mean.

import { html, nothing } from 'lit-html'
import { language, local } from '../../lib/i18n.js'
import { stepsOf } from '../../lib/score.js'
import { cellOutlines, divisionOutlines, dutyGridOutlines } from '../../server/land.js'
import { placeMap } from './placeMap.js'
import { percent, points, t } from './words.js'

const OUTLINES = { grid: dutyGridOutlines, cell: cellOutlines, community: divisionOutlines }

/** What a leader asks first where nothing is scored. */
const USUAL = 'onTimeHandling'

const NOTHING_KNOWN = new Map()

/** Which evaluations have places. */
export const hasPlaces = of => of in OUTLINES

/** The outlines of a kind; of divisions only those that no other lies in. */
export const outlinesOf = async of => {
  const all = await OUTLINES[of]()
  if (of !== 'community') return all
  const longest = Math.max(...all.features.map(({ properties }) => properties.code.length))
  return { ...all, features: all.features.filter(({ properties }) => properties.code.length === longest) }
}

/** What the map can be coloured by: the grade where there is a scheme, and every indicator. */
export const measures = found => [...(found.scheme ? ['grade'] : []), ...found.indicators.map(({ code }) => code)]

/** What the map is coloured by now: what was chosen, else the grade, else what a leader asks first. */
export const shadeBy = ({ found, shade }) => {
  const offered = measures(found)
  return [shade, 'grade', USUAL].find(code => offered.includes(code)) ?? offered[0]
}

/** A frozen result has all its objects at hand; of a running one the page has the first ones only, and asks for the shades of all. */
export const shadesIn = (found, by) => ({ by, items: found.items.map(({ key, name, grade, score, rates }) => ({ key, name, grade, score, rate: rates[by] })) })

const shadeOf = (found, { by, items }) => {
  const steps = new Map(found.grades.map(({ letter }, i) => [letter, found.grades.length - i]))
  if (by === 'grade') return ({ grade, score }) => ({ step: steps.get(grade) ?? null, letter: grade ?? '', value: grade ? `${grade} · ${points(score)}` : '–' })
  const step = stepsOf(items.map(({ rate }) => rate), found.indicators.find(({ code }) => code === by)?.better)
  return ({ rate }) => ({ step: step(rate), letter: (rate ?? null) === null ? '' : percent(Math.round(rate * 100) / 100), value: percent(rate) })
}

let last = {}

/** code → {step, letter, words}; the same map again while nothing of it has changed. */
const shaded = (found, shades) => {
  if (last.found !== found || last.shades !== shades || last.language !== language()) {
    const shade = shadeOf(found, shades)
    const places = new Map(shades.items.map(item => { const { value, ...shown } = shade(item); return [item.key, { ...shown, words: `${item.name ? local(item.name) : item.key} · ${value}` }] }))
    last = { found, shades, language: language(), places }
  }
  return last.places
}

const legend = (found, by) => html`<ul class="shades">${[5, 4, 3, 2, 1].map((step, i) => html`
  <li><i class="shade shade-${step}" aria-hidden="true"></i>${by === 'grade' ? `${found.grades[i]?.letter ?? ''} ${local(found.grades[i]?.name)}` : t(`shade.${step}`)}</li>`)}<li><i class="shade shade-0" aria-hidden="true"></i>${t('shade.none')}</li></ul>`

const nameOf = (found, by) => (by === 'grade' ? t('grade') : local(found.indicators.find(({ code }) => code === by)?.name))

export const places = (state, on) => {
  const { found, outlines, shades } = state
  if (!hasPlaces(state.of) || !state.town) return nothing
  if (!outlines) return html`<div class="places"><div class="skeleton block-skeleton"></div></div>`
  const by = shadeBy(state)
  const known = shades?.by === by ? shaded(found, shades) : NOTHING_KNOWN
  return html`<div class="places"><label class="field"><span>${t('shade')}</span><select @change=${event => on.shade(event.target.value)}>
      ${measures(found).map(code => html`<option value=${code} ?selected=${code === by}>${nameOf(found, code)}</option>`)}</select></label>
    <div class="place-map" role="img" aria-label=${t('map.label')} ${placeMap({ town: state.town, outlines, places: known, chosen: state.key, hovered: state.hovered, told: on })}></div>
    ${legend(found, by)}</div>`
}
