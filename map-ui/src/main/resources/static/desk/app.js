// desk/app.js – starts the desk: who is it, which town, then list, map and stream together.

import { getTown } from '../server/town.js'
import { listenLive } from '../lib/live.js'
import { askToSignIn, may, whoAmI } from '../lib/session.js'
import { store } from '../lib/store.js'
import { redrawOnChange } from '../parts/tools.js'
import { Problem } from '../lib/http.js'
import { acting } from './acting.js'
import { takeEnquiry } from './converting.js'
import { deskKeys } from './deskKeys.js'
import { handlers } from './handlers.js'
import { liveUpdates } from './liveUpdates.js'
import { loading } from './loading.js'
import { mapSide } from './mapSide.js'
import { firstState } from './state.js'
import { failure, view } from './view.js'

const DESK_ROLES = ['ACCEPTOR', 'SHIFT_LEADER', 'DISPATCHER', 'INSPECTOR', 'EVALUATOR', 'ADMINISTRATOR']

/** True while the pointer is over the list or the caret in it: then nothing in it may move. */
const listBusy = () => {
  const left = document.getElementById('left')
  return left.matches(':hover') || Boolean(left.querySelector(':focus-visible'))
}

const listenToMap = (element, on) => {
  element.addEventListener('case-hover', ({ detail }) => on.hover(detail))
  element.addEventListener('case-pick', ({ detail }) => on.open(detail))
  element.addEventListener('place-pick', ({ detail }) => on.pickPlace(detail))
}

const start = async () => {
  document.addEventListener('signed-out', askToSignIn)
  const me = await whoAmI()
  if (!may(me, ...DESK_ROLES)) throw new Problem({ status: 403 })
  const town = await getTown()
  document.querySelector('.desk').hidden = false

  const element = document.getElementById('map')
  let map = null
  const desk = store(firstState(location.search), state => {
    view(state, on, desk)
    map?.show(state)
  })
  Object.assign(desk.state, { me, town })
  const load = loading(desk)
  load.all()
  load.names()
  map = mapSide(element, town)
  const on = handlers(desk, load, acting(desk, load), () => map)

  listenToMap(element, on)
  deskKeys(desk, on, () => map)
  redrawOnChange(desk.draw)
  document.addEventListener('theme', map.repaint)
  liveUpdates(desk, load, listBusy)
  if (desk.state.chosen) on.open(desk.state.chosen)
  takeEnquiry(desk, location.search)
  listenLive()
  setInterval(desk.draw, 30_000)
  new ResizeObserver(map.refit).observe(element)
}

start().catch(problem => { if (problem.status !== 401) failure(problem) })
