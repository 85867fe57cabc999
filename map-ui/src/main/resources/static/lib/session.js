// lib/session.js – who is signed in, and what the role may open.

import { get, post, remove } from './http.js'

export const whoAmI = () => get('/api/session')
export const signIn = (username, password) => post('/api/session', { username, password })

export const signOut = async () => {
  await remove('/api/session').catch(() => {})
  location.assign('/')
}

/** To the sign-in page, and back here afterwards. */
export const askToSignIn = () =>
  location.assign(`/?back=${encodeURIComponent(location.pathname + location.search)}`)

/** A path on this server to go back to, or null: never another host. */
export const safeBack = text => (/^\/(?![/\\])[\w\-./?=&%,:+]*$/.test(text ?? '') ? text : null)

export const may = (me, ...roles) => Boolean(me?.roles?.some(role => roles.includes(role)))
