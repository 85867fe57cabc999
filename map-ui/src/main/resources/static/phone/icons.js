// phone/icons.js – the symbols of the phone pages, drawn as lines; every button also has words.

import { svg } from 'lit-html'

const paths = {
  camera: 'M4 8h3l2-3h6l2 3h3v11H4zM12 10a3.5 3.5 0 1 0 0 7a3.5 3.5 0 1 0 0-7z',
  broom: 'M14 3l-3 8M8 11h7l2 9H5zM9 20l1-5M13 20v-5',
  flag: 'M6 21V4h11l-2 4l2 4H6',
  tasks: 'M4 6l1.5 1.5L8 5M4 12l1.5 1.5L8 11M4 18l1.5 1.5L8 17M11 6.5h9M11 12.5h9M11 18.5h9',
  map: 'M4 6l5-2l6 2l5-2v14l-5 2l-6-2l-5 2zM9 4v14M15 6v14',
  person: 'M12 4a4 4 0 1 0 0 8a4 4 0 1 0 0-8zM4 21c0-4 4-6 8-6s8 2 8 6',
  target: 'M12 5a7 7 0 1 0 0 14a7 7 0 1 0 0-14zM12 2v4M12 18v4M2 12h4M18 12h4',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13zM15.5 15.5L21 21',
  back: 'M15 4l-8 8l8 8',
  next: 'M9 4l8 8l-8 8',
  cross: 'M5 5l14 14M19 5L5 19',
  check: 'M4 13l5 5L20 6',
  up: 'M12 20V5M6 11l6-6l6 6',
  copy: 'M8 8h11v12H8zM5 16V4h11',
  plus: 'M12 4v16M4 12h16',
  rubbish: 'M5 7h14M9 7V4h6v3M7 7l1 13h8l1-13M10 11v5M14 11v5',
  road: 'M8 3L4 21M16 3l4 18M12 4v3M12 10v3M12 17v3',
  lamp: 'M8 21h5M10.5 21V5h6M16.5 5v3M13.5 8h6l-1 3h-4z',
  cover: 'M12 4a8 8 0 1 0 0 16a8 8 0 1 0 0-16zM8 9l8 6M16 9l-8 6',
  bike: 'M6 13a4 4 0 1 0 0 8a4 4 0 1 0 0-8zM18 13a4 4 0 1 0 0 8a4 4 0 1 0 0-8zM6 17l4-8h5l3 8M9 9H7M15 9l-4 8',
  car: 'M4 16v-4l2-5h12l2 5v4zM6 16v3M18 16v3M7 13h1M16 13h1',
  advert: 'M5 4h14v10H5zM12 14v7M8 8h8M8 11h5',
  water: 'M12 3c4 5 6 8 6 11a6 6 0 0 1-12 0c0-3 2-6 6-11z',
  tree: 'M12 3a6 6 0 0 0-3 11h6a6 6 0 0 0-3-11zM12 14v7',
  noise: 'M4 10v4h4l5 4V6L8 10zM16 9c2 2 2 4 0 6M18 6c4 4 4 8 0 12',
  stall: 'M4 9l2-5h12l2 5M4 9h16M6 9v11M18 9v11M6 15h12',
  works: 'M12 4l9 16H3zM12 10v5M12 17.5v.5',
  cable: 'M4 5c4 8 12 8 16 0M12 11v6M9 21l3-4l3 4',
  sign: 'M7 4h10l3 4l-3 4H7zM9 12v9',
  bin: 'M7 8h10l-1 12H8zM6 8h12M10 8V5h4v3',
  fence: 'M4 8h16M4 14h16M6 5v15M12 5v15M18 5v15',
  other: 'M6 12h.1M12 12h.1M18 12h.1',
}

/** @param {keyof typeof paths} name */
export const icon = name => svg`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${paths[name] ?? paths.other}></path></svg>`

/** A symbol for a class by what it is about; the same for every page. */
export const symbolOf = (kind, code) => {
  const exact = {
    'event:0110': 'rubbish', 'event:0192': 'rubbish', 'event:0113': 'road', 'event:0505': 'road', 'event:0201': 'advert',
    'event:0410': 'bike', 'event:0493': 'bike', 'event:0409': 'car', 'event:0401': 'stall', 'event:0405': 'stall',
    'event:0406': 'stall', 'event:0506': 'water', 'event:0503': 'water', 'event:0128': 'noise', 'event:0301': 'noise',
    'event:0180': 'cable', 'event:0508': 'cable', 'component:0137': 'lamp', 'component:0305': 'bin', 'component:0402': 'tree',
    'component:0401': 'tree', 'component:0217': 'fence', 'component:0284': 'road',
  }[`${kind}:${code}`]
  if (exact) return exact
  if (kind === 'component') {
    if (code <= '0126') return 'cover'
    return { '01': 'lamp', '02': 'sign', '03': 'bin', '04': 'tree' }[code.slice(0, 2)] ?? 'other'
  }
  return { '01': 'rubbish', '02': 'advert', '03': 'works', '04': 'stall', '05': 'works' }[code.slice(0, 2)] ?? 'other'
}
