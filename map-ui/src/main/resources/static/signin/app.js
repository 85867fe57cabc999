// signin/app.js – who are you; then to the page of your post.

import { html, render } from 'lit-html'
import { getTown } from '../server/town.js'
import { local, translator } from '../lib/i18n.js'
import { safeBack, signIn, whoAmI } from '../lib/session.js'
import { store } from '../lib/store.js'
import { languageSwitch, redrawOnChange, themeSwitch } from '../parts/tools.js'
import { problemWords } from '../parts/words.js'
import { messages } from './messages.js'

const t = translator(messages)

const onward = me => {
  const back = safeBack(new URLSearchParams(location.search).get('back'))
  location.assign(back && back !== '/' ? back : me.home)
}

const complaintOf = problem => (problem.status === 401 ? t('wrong') : problem.status === 429 ? t('slow') : problemWords(problem))

const submit = ({ state, change }) => async event => {
  event.preventDefault()
  const { username, password } = Object.fromEntries(new FormData(event.target))
  if (!username.trim() || !password) return change({ complaint: () => t('blank') })
  change({ sending: true, complaint: null })
  try {
    const { user } = await signIn(username.trim(), password)
    onward(user)
  } catch (problem) {
    change({ sending: false, complaint: () => complaintOf(problem) })
    event.target.elements.password.select()
  }
  return state
}

const view = ({ town, sending, complaint, plain }, page) => {
  document.title = `${t('title')} · CityGrid`
  render(html`
    <div class="signin-tools">${languageSwitch()}${themeSwitch()}</div>
    <section class="signin-card">
      <h1>CityGrid <strong>${local(town?.name)}</strong></h1>
      <p class="soft">${t('lead')}</p>
      <form @submit=${submit(page)} novalidate>
        <label class="field"><span>${t('name')}</span><input name="username" autocomplete="username" autocapitalize="none" spellcheck="false" autofocus></label>
        <label class="field"><span>${t('password')}</span><input name="password" type=${plain ? 'text' : 'password'} autocomplete="current-password"></label>
        <button type="button" class="quiet left" aria-pressed=${Boolean(plain)} @click=${() => page.change({ plain: !plain })}>${t(plain ? 'hide' : 'show')}</button>
        <p class="bad complaint" role="alert">${complaint?.() ?? ''}</p>
        <button type="submit" class="primary" ?disabled=${sending}>${t(sending ? 'entering' : 'enter')}</button>
      </form>
    </section>
    <p><a href="/report/">${t('citizen')} →</a></p>`, document.getElementById('page'))
}

const page = store({}, state => view(state, page))
redrawOnChange(page.draw)
page.draw()
getTown().then(town => page.change({ town }), () => {})
whoAmI().then(onward, () => {})
