// workflow/app.js – what a case may do, for whoever wants to know: the table that the program itself goes by.

import { html, render } from 'lit-html'
import { capital, local } from '../lib/i18n.js'
import { store } from '../lib/store.js'
import { whoAmI } from '../lib/session.js'
import { languageSwitch, redrawOnChange, themeSwitch, tools } from '../parts/tools.js'
import { problemWords, roleWord, w } from '../parts/words.js'
import { getTown, getWorkflow } from '../server/town.js'
import { ANY, once, shown } from './rows.js'
import { t } from './words.js'

const fromAddress = () => {
  const query = new URLSearchParams(location.search)
  return { post: query.get('post') ?? '', state: query.get('state') ?? '' }
}

const choose = part => {
  page.change(part)
  const { post, state } = page.state
  const query = new URLSearchParams(Object.entries({ post, state }).filter(([, value]) => value))
  history.replaceState(null, '', `${location.pathname}${query.size ? `?${query}` : ''}`)
}

const words = (list, of) => list.map(of).join(' · ')

const stateName = (states, code) => (code === ANY ? t('any') : code ? local(states.find(one => one.code === code)?.words) : t('start'))

const row = (rule, states) => html`<tr>
  <th scope="row" class="figures">${rule.row}</th>
  <td data-name=${t('from')}>${capital(stateName(states, rule.from))}</td>
  <td data-name=${t('action')}><strong>${capital(local(rule.words))}</strong></td>
  <td data-name=${t('who')}>${words(rule.roles, roleWord)}</td>
  <td data-name=${t('to')}>${capital(rule.from === ANY ? t('same') : stateName(states, rule.to))}</td>
  <td data-name=${t('needs')}>${words(rule.needs, need => t(`need.${need}`))}</td>
  <td data-name=${t('refused')}>${words(rule.refusedWhen, local)}</td>
  <td data-name=${t('effect')}>${words(rule.effect, local)}</td></tr>`

const chips = (name, choices) => html`<div class="chips" role="group" aria-label=${t(name)}>
  ${[['', w('all')], ...choices].map(([value, label]) => html`<button type="button" aria-pressed=${page.state[name] === value} @click=${() => choose({ [name]: value })}>${label}</button>`)}</div>`

const table = ({ found, post, state }) => {
  const rows = shown(once(found.rows), post, state)
  return rows.length ? html`<div class="scroll"><table class="workflow-table">
      <thead><tr><th scope="col">#</th>${['from', 'action', 'who', 'to', 'needs', 'refused', 'effect'].map(name => html`<th scope="col">${t(name)}</th>`)}</tr></thead>
      <tbody>${rows.map(rule => row(rule, found.states))}</tbody></table></div>`
    : html`<p class="empty">${t('none')}</p>`
}

const content = now => {
  if (now.problem) return html`<p class="bad" role="alert">${problemWords(now.problem)}</p>`
  if (!now.found) return html`<div class="skeleton" aria-busy="true"></div>`
  const posts = [...new Set(now.found.rows.flatMap(({ roles }) => roles))]
  return html`<p class="soft">${t('words')}</p>
    <h2>${t('post')}</h2>${chips('post', posts.map(code => [code, roleWord(code)]))}
    <h2>${t('state')}</h2>${chips('state', now.found.states.map(({ code, words: name }) => [code, capital(local(name))]))}
    ${table(now)}`
}

const view = now => {
  document.title = `${t('title')} · CityGrid`
  render(html`<header class="workflow-top"><a class="brand" href="/">CityGrid <strong>${local(now.town?.name)}</strong></a> <h1>${t('title')}</h1>
      ${now.me ? tools(now.me) : html`<div class="tools">${languageSwitch()}${themeSwitch()}</div>`}</header>
    <main class="workflow">${content(now)}</main>`, document.getElementById('page'))
}

const page = store({ ...fromAddress(), me: null, town: null, found: null, problem: null }, view)

redrawOnChange(page.draw)
page.draw()
whoAmI().then(me => page.change({ me }), () => {})
getTown().then(town => page.change({ town }), () => {})
getWorkflow().then(found => page.change({ found }), problem => page.change({ problem }))
