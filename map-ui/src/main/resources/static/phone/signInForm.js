// phone/signInForm.js – user name and password, on the page itself, so that nothing half-done is lost.

import { html, nothing } from 'lit-html'
import { signIn } from '../lib/session.js'
import { translator } from '../lib/i18n.js'
import { languageButton } from './parts.js'
import { messages } from './messages.js'

const t = translator(messages)

const enter = async (event, done, told) => {
  event.preventDefault()
  const { username, password } = event.target.elements
  try {
    const { user } = await signIn(username.value.trim(), password.value)
    password.value = ''
    done(user)
  } catch (problem) {
    told(problem.status === 401 ? t('signin.wrong') : problem.offline ? t('trouble.offline') : problem.message)
  }
}

/** @param {{lapsed?: boolean, waiting?: number, wrong?: string, done: (me: object) => void, told: (words: string) => void}} how */
export const signInForm = ({ title, lapsed, waiting = 0, wrong, done, told }) => html`
  <main class="sign-in">
    <header><h1>${title}</h1>${languageButton()}</header>
    ${lapsed ? html`<p class="notice" role="status">${t('signin.lapsed', { n: waiting })}</p>` : nothing}
    <form @submit=${event => enter(event, done, told)}>
      <label>${t('signin.name')}<input name="username" autocomplete="username" autocapitalize="none" spellcheck="false" required></label>
      <label>${t('signin.password')}<input name="password" type="password" autocomplete="current-password" required></label>
      ${wrong ? html`<p class="wrong" role="alert">${wrong}</p>` : nothing}
      <button class="button primary">${t('signin.go')}</button>
    </form>
  </main>`
