// Runs before the first paint (a classic script in <head>): language and theme as the reader left them.
(function () {
  var root = document.documentElement
  var kept = function (key) { try { return localStorage.getItem(key) } catch (refused) { return null } }
  root.lang = kept('citygrid.language') === 'en' ? 'en' : 'zh-CN'
  var dark = window.matchMedia && matchMedia('(prefers-color-scheme: dark)').matches
  root.dataset.theme = kept('citygrid.theme') || (dark ? 'dark' : 'light')
})()
