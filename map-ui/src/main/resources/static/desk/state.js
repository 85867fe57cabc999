// desk/state.js – what the desk knows at first; it is changed through its store alone (lib/store.js).

import { readFilter } from '../lib/address.js'
import { FILTERS, narrowed } from '../lib/narrowing.js'

export const firstState = search => {
  const filter = readFilter(search, FILTERS)
  return {
    me: null, town: null, failure: null,
    grids: [], classes: [], units: [], loads: new Map(), divisions: [], actions: [],
    filter: { ...filter, queue: filter.queue ?? (narrowed(filter) ? 'open' : 'mine') },
    filtersOpen: false,
    items: null, onMap: null, next: undefined, listProblem: null, listLoading: true, waiting: 0,
    points: [], counts: null, today: null, days: [],
    chosen: new URLSearchParams(search).get('case'), cursor: null, hovered: null,
    detail: null, detailProblem: null,
    form: null, pending: new Map(), pulses: new Map(),
    contacts: null, callBacks: null, chased: new Set(), replies: {}, twin: null, notTwins: new Set(),
    staleSince: null, hotline: null, place: null, lightbox: null,
  }
}
