// lib/ownResults.js – which of the published results somebody is shown. Pure.

/** Published ones in their newest version, the latest period first. */
export const newest = (items, most) => items
  .filter(({ publishedAt, superseded }) => publishedAt && !superseded)
  .sort((a, b) => (a.period < b.period ? 1 : a.period > b.period ? -1 : 0))
  .slice(0, most)
