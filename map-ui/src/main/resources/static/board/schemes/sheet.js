// board/schemes/sheet.js – a version of a scheme as a sheet to read.

import { html, nothing } from 'lit-html'
import { local } from '../../lib/i18n.js'
import { isWhole, standing } from '../../lib/schemeDraft.js'
import { weightsOf } from '../../lib/score.js'
import { fullMoment } from '../../lib/time.js'
import { percent, t } from './words.js'

const bandWords = bands => bands.map(({ upTo, points }) => ((upTo ?? null) === null ? t('band.above', { points }) : t('band.up', { n: upTo, points }))).join(t('list'))

const pointsWords = part => html`${t(part.points)}${part.points === 'band' ? html`<br><small class="soft">${bandWords(part.bands ?? [])}</small>` : part.points === 'step' ? html`<br><small class="soft">${t('step.words', { from: percent(part.from), off: part.off })}</small>` : nothing}`

const partRow = part => html`<tr><th scope="row">${local(part.name)}</th><td class="number figures">${part.weight}</td><td>${pointsWords(part)}</td><td class="soft">${local(part.formula)}</td></tr>`

const sum = parts => {
  const whole = weightsOf(parts)
  return html`<tfoot><tr><th scope="row">${t('sum')}</th><td class="number figures">${whole}</td><td colspan="2">${isWhole({ parts }) ? nothing : html`<span class="soft">! ${t('sum.off')}</span>`}</td></tr></tfoot>`
}

const who = ({ by, at }, zone) => (by === 'catalogue' ? t('by.catalogue') : t('by', { by, time: fullMoment(at, zone) }))

export const sheet = (version, { me, today }) => html`
  <p class="soft"><strong class="state">${t(standing(version, today))}</strong> ${t('version', { from: version.validFrom })}${version.until ? ` ${t('until', { until: version.until })}` : ''} · ${who(version, me.zone)}</p>
  <div class="scroll"><table class="sheet-table parts-table"><thead><tr><th>${t('part')}</th><th class="number">${t('weight')}</th><th>${t('points')}</th><th>${t('formula')}</th></tr></thead>
    <tbody>${version.parts.map(partRow)}</tbody>${sum(version.parts)}</table></div>
  <p>${version.deductions.length ? html`<strong>${t('deductions')}</strong> ${version.deductions.map(one => `${local(one.name)} ${t('each')} ${one.each}`).join(t('list'))}` : html`<span class="soft">${t('deductions.none')}</span>`}</p>
  <p><strong>${t('grades')}</strong> ${version.grades.map(({ letter, from, name }) => `${letter} ${local(name)} ${t('grade.from', { from })}`).join(t('list'))}</p>`
