// admin/imports.js – a file goes in whole; what came of it, row by row.

import { html } from 'lit-html'
import { importFile } from '../server/town.js'
import { problemWords } from '../parts/words.js'
import { t } from './words.js'

const KINDS = { components: '/api/components/import', divisions: '/api/divisions/import', cells: '/api/cells/import', grids: '/api/grids/import', streets: '/api/streets/import' }

const run = page => async event => {
  event.preventDefault()
  const form = new FormData(event.target)
  const file = form.get('file')
  if (!file?.size) return page.change({ importing: { complaint: t('import.nofile') } })
  const started = Date.now()
  const running = { size: (file.size / 1e6).toFixed(1), seconds: 0 }
  page.change({ importing: running })
  const ticking = setInterval(() => page.change({ importing: { ...running, seconds: Math.round((Date.now() - started) / 1000) } }), 1000)
  const path = KINDS[form.get('kind')] + (form.get('partial') && form.get('kind') === 'components' ? '?partial=true' : '')
  const outcome = await importFile(path, file).then(result => ({ result }), problem => ({ problem }))
  clearInterval(ticking)
  return page.change({ importing: outcome })
}

const rejectedTable = rows => (rows?.length ? html`
  <div class="scroll"><table><thead><tr><th>${t('import.row')}</th><th>${t('import.field')}</th><th>${t('import.value')}</th><th>${t('import.reason')}</th></tr></thead>
  <tbody>${rows.slice(0, 100).map(row => html`<tr><td class="figures">${row.line ?? row.index ?? ''}</td><td>${row.field ?? ''}</td><td class="code">${row.value ?? ''}</td><td>${row.reason ?? row.message ?? ''}</td></tr>`)}</tbody></table></div>` : '')

const done = result => html`
  <h3>${t('import.done')}</h3>
  <dl class="facts figures">${['inserted', 'updated', 'unchanged'].map(name => html`<dt>${t(`import.${name}`)}</dt><dd>${result[name] ?? 0}</dd>`)}
    <dt>${t('import.rejected')}</dt><dd>${result.rejectedCount ?? result.rejected?.length ?? 0}</dd></dl>
  ${rejectedTable(result.rejected)}`

const refused = problem => html`
  <h3 class="bad">${t('import.refused')}</h3>
  <p class="bad">${problem.errors?.length || problem.rejected?.length ? problem.detail : problemWords(problem)}</p>
  ${rejectedTable(problem.rejected ?? problem.errors)}`

const outcomeOf = importing => {
  if (!importing) return ''
  if (importing.complaint) return html`<p class="bad">${importing.complaint}</p>`
  if (importing.result) return done(importing.result)
  if (importing.problem) return refused(importing.problem)
  return html`<p>${t('import.running', { n: importing.seconds, size: importing.size })}</p><progress></progress>`
}

const busy = importing => importing && importing.seconds !== undefined

export const imports = (state, on, page) => html`
  <form class="admin-form" @submit=${run(page)}>
    <p class="soft">${t('import.lead')}</p>
    <label class="field"><span>${t('import.what')}</span><select name="kind">${Object.keys(KINDS).map(kind => html`<option value=${kind}>${t(`import.${kind}`)}</option>`)}</select></label>
    <label class="field"><span>${t('import.file')}</span><input type="file" name="file" accept=".json,.geojson,.ndjson,.geojsonl,.csv"></label>
    <label class="check"><input type="checkbox" name="partial" value="true"> ${t('import.partial')}</label>
    <button type="submit" class="primary" ?disabled=${busy(state.importing)}>${t('import.start')}</button>
  </form>
  <div role="status">${outcomeOf(state.importing)}</div>`
