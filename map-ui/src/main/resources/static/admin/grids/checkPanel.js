// admin/grids/checkPanel.js – the topology check: run it, read it, go to each fault, keep it as a file.

import { html } from 'lit-html'
import { local } from '../../lib/i18n.js'
import { area } from './model.js'
import { t } from './words.js'

const keep = report => {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([JSON.stringify(report)], { type: 'application/geo+json' }))
  link.download = `topology-${report.division}-${report.checkedAt.slice(0, 10)}.geojson`
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

const codes = list => (list.length > 3 ? `${list.slice(0, 3).join(', ')} … (${list.length})` : list.join(', '))

const faultRow = (feature, on, i, state) => {
  const { wrong, words, codes: of, areaSquareMetres } = feature.properties
  return html`<li><button type="button" class="grid-row left wide" aria-pressed=${state.fault === i} @click=${() => on.fault(i)} ?disabled=${!feature.geometry}>
    <span class=${wrong ? 'bad' : 'soft'} aria-hidden="true">${wrong ? '✕' : '!'}</span><span class="grow">${local(words)}<br><span class="soft code">${codes(of)}</span></span>
    ${areaSquareMetres === undefined ? '' : html`<span class="figures">${area(areaSquareMetres)}</span>`}</button></li>`
}

const reported = (report, state, on) => {
  const wrong = report.features.filter(({ properties }) => properties.wrong).length
  const all = Object.values(report.counts).reduce((sum, n) => sum + n, 0)
  return html`
    <p role="status">${all ? t('check.faults', { n: wrong, m: all - wrong, cells: report.cells, ms: report.milliseconds }) : html`✓ ${t('check.fits', { cells: report.cells, grids: report.dutyGrids, ms: report.milliseconds })}`}</p>
    ${all ? html`<button type="button" @click=${() => keep(report)}>${t('check.download')}</button>` : ''}
    <ul class="grid-list">${report.features.slice(0, 300).map((feature, i) => faultRow(feature, on, i, state))}</ul>`
}

export const checkPanel = (state, on) => html`
  <p class="soft">${t('check.lead')}</p>
  <form class="row end" @submit=${event => { event.preventDefault(); on.check(event.target.tolerance.value) }}>
    <label class="field"><span>${t('check.tolerance')}</span><input name="tolerance" type="number" min="0" max="10000" step="any" .defaultValue=${'1'}></label>
    <button class="primary" ?disabled=${state.busy}>${t('check.run')}</button></form>
  ${state.busy === 'check' ? html`<p role="status">${t('check.running')}</p><progress></progress>` : state.report ? reported(state.report, state, on) : ''}`
