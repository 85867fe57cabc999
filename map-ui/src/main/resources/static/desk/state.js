// desk/state.js – what the desk knows at first; it is changed through its store alone (lib/store.js).

import { FILTERS } from '../server/cases.js'
import { readFilter } from '../lib/address.js'

export const firstState = search => {
  const filter = readFilter(search, FILTERS)
  return {
    me: null, town: null, failure: null,
    grids: [], classes: [], units: [],
    filter: { ...filter, queue: filter.queue ?? (filter.state || filter.text || filter.light ? 'open' : 'mine') },
    filtersOpen: false,
    items: null, next: undefined, listProblem: null, listLoading: true, waiting: 0,
    points: [], counts: null, today: null, days: [],
    chosen: new URLSearchParams(search).get('case'), cursor: null, hovered: null,
    detail: null, detailProblem: null,
    form: null, pending: new Map(), pulses: new Map(),
    staleSince: null, hotline: null, place: null, lightbox: null,
  }
}
