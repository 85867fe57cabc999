// lib/store.js – one owner of a page's state: change it here, and the page's one render runs once a frame.

/** @param {object} state @param {(state: object) => void} render */
export const store = (state, render) => {
  let asked = false
  const draw = () => {
    if (asked) return
    asked = true
    requestAnimationFrame(() => {
      asked = false
      render(state)
    })
  }
  const change = patch => {
    Object.assign(state, typeof patch === 'function' ? patch(state) : patch)
    draw()
  }
  return { state, change, draw }
}
