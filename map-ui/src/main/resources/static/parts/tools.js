// parts/tools.js – the right end of every top bar: pages, language, theme, who is signed in.

import { html } from 'lit-html'
import { language, local, setLanguage } from '../lib/i18n.js'
import { may, signOut } from '../lib/session.js'
import { switchTheme, theme } from '../lib/theme.js'
import { roleWord, w } from './words.js'

export const languageSwitch = () => html`
  <button type="button" class="quiet icon" title=${w('language')} aria-label=${w('language')} lang=${language() === 'en' ? 'zh-CN' : 'en'}
    @click=${() => setLanguage(language() === 'en' ? 'zh' : 'en')}>${w('language.short')}</button>`

export const themeSwitch = () => {
  const other = w(theme() === 'dark' ? 'theme.light' : 'theme.dark')
  return html`<button type="button" class="quiet icon" title=${other} aria-label=${other} @click=${switchTheme}>${theme() === 'dark' ? '☀' : '☾'}</button>`
}

const PAGES = [
  { path: '/desk/', words: 'nav.desk', roles: ['ACCEPTOR', 'SHIFT_LEADER', 'DISPATCHER', 'INSPECTOR', 'EVALUATOR', 'ADMINISTRATOR'] },
  { path: '/oversight/', words: 'nav.oversight', roles: ['ACCEPTOR', 'SHIFT_LEADER', 'DISPATCHER', 'INSPECTOR', 'EVALUATOR', 'ADMINISTRATOR'] },
  { path: '/enquiries/', words: 'nav.enquiries', roles: ['ACCEPTOR', 'SHIFT_LEADER', 'DISPATCHER', 'INSPECTOR', 'EVALUATOR', 'ADMINISTRATOR'] },
  { path: '/board/', words: 'nav.board', roles: ['ACCEPTOR', 'SHIFT_LEADER', 'DISPATCHER', 'INSPECTOR', 'EVALUATOR', 'ADMINISTRATOR'] },
  { path: '/board/evaluation/', words: 'nav.evaluation', roles: ['SHIFT_LEADER', 'INSPECTOR', 'EVALUATOR', 'ADMINISTRATOR'] },
  { path: '/register/', words: 'nav.register', roles: ['SHIFT_LEADER', 'DISPATCHER', 'INSPECTOR', 'EVALUATOR', 'ADMINISTRATOR'] },
  { path: '/unit/', words: 'nav.unit', roles: ['DEPARTMENT', 'WORKER'] },
  { path: '/field/', words: 'nav.field', roles: ['COLLECTOR'] },
  { path: '/admin/', words: 'nav.admin', roles: ['ADMINISTRATOR'] },
  { path: '/workflow/', words: 'nav.workflow', roles: ['ACCEPTOR', 'SHIFT_LEADER', 'DISPATCHER', 'DEPARTMENT', 'INSPECTOR', 'EVALUATOR', 'ADMINISTRATOR'] },
]

const here = path => location.pathname === path || location.pathname === `${path}index.html`

/** The posts that the name does not say already. */
const posts = ({ displayName, roles }) => roles.map(roleWord).filter(word => !displayName.includes(word)).join(' · ')

export const userMenu = me => html`
  <details class="menu">
    <summary>${me.displayName} <span class="soft">${posts(me)}</span></summary>
    <div class="menu-body">
      ${me.unit ? html`<p class="soft">${local(me.unit.name)}</p>` : ''}
      ${PAGES.filter(({ roles }) => may(me, ...roles)).map(({ path, words }) =>
        html`<a href=${path} aria-current=${here(path) ? 'page' : 'false'}>${w(words)}</a>`)}
      <button type="button" class="quiet" @click=${signOut}>${w('sign.out')}</button>
    </div>
  </details>`

export const tools = me => html`<div class="tools">${languageSwitch()}${themeSwitch()}${userMenu(me)}</div>`

/** Runs the page's render whenever language or theme change. */
export const redrawOnChange = draw => {
  document.addEventListener('language', draw)
  document.addEventListener('theme', draw)
}
