// phone/messages.js – words that all phone pages share.

export const messages = {
  zh: {
    loading: '正在读取', again: '再试一次', stale: '没有连上服务器，这是 {since} 的内容', suspended: '挂账，暂停计时',
    'trouble.title': '没有读到', 'trouble.offline': '没有连上服务器', 'trouble.safe': '手机里的内容都在。网络恢复后再试。',
    'trouble.denied': '这里不对当前账号开放', 'my.page': '去我的页面',
    'photo.more': '再拍一张', 'photo.remove': '删除照片', 'photo.bad': '这个文件不是能读的照片，请重拍。',
    'signin.name': '用户名', 'signin.password': '密码', 'signin.go': '登录', 'signin.wrong': '用户名或密码不对',
    'signin.lapsed': '登录已过期。待传的 {n} 条还在手机里，登录后继续传。',
    'queue.waiting': '待传 {n} ↑', 'queue.refused': '{n} 条被退回',
    'state.waiting': '待传', 'state.sending': '正在传', 'state.sent': '已收到', 'state.refused': '被退回',
    'similar.title': '这里已经有人报过', 'similar.words': '如果是同一件，跟进它就好：您会有自己的查询号，同样看得到进度。', 'similar.component': '就是这个部件', 'similar.metres': '{metres} 外', 'similar.here': '就在这里', 'similar.ago': '{span}前', 'similar.deadline': '最晚 {time} 处理完',
    'similar.follow': '跟进它', 'similar.another': '不是，另报一件', 'similar.label': '跟进 {name}', 'similar.followed': '已跟进，查询号在“我的上报”里', 'similar.thanks': '已为您跟进', 'similar.over': '这件事刚刚已办完。如果问题还在，请照常上报。',
    'grid': '网格 {number}', 'accuracy': '精度 ±{metres} m', 'position.denied': '没有定位权限：请在手机设置里允许，或移动地图定点。',
    'position.unavailable': '现在定不了位：移动地图，把图钉放到位置上。', 'position.slow': '正在定位，也可以移动地图定点。', 'position.closer': '再放大一些（点 +），图钉才能指准。',
  },
  en: {
    loading: 'Loading', again: 'Try again', stale: 'Server not reached; this is as of {since}', suspended: 'suspended, clock stopped',
    'trouble.title': 'Could not be read', 'trouble.offline': 'Server not reached', 'trouble.safe': 'Everything on the phone is safe. Try again when the network is back.',
    'trouble.denied': 'This is not open to this account', 'my.page': 'To my own page',
    'photo.more': 'One more', 'photo.remove': 'Remove photo', 'photo.bad': 'This file is not a readable picture; please take it again.',
    'signin.name': 'User name', 'signin.password': 'Password', 'signin.go': 'Sign in', 'signin.wrong': 'User name or password is wrong',
    'signin.lapsed': 'Your sign-in has lapsed. {n} waiting {n|entry|entries} stay on this phone and go on after you sign in.',
    'queue.waiting': 'To send {n} ↑', 'queue.refused': '{n} refused',
    'state.waiting': 'waiting', 'state.sending': 'sending', 'state.sent': 'received', 'state.refused': 'refused',
    'similar.title': 'Already reported here', 'similar.words': 'If it is the same, just follow it: you get a number of your own and see the same progress.', 'similar.component': 'This very component', 'similar.metres': '{metres} away', 'similar.here': 'Right here', 'similar.ago': '{span} ago', 'similar.deadline': 'done by {time}',
    'similar.follow': 'Follow it', 'similar.another': 'No, another one', 'similar.label': 'Follow: {name}', 'similar.followed': 'Followed; its number is under “My reports”', 'similar.thanks': 'You follow it now', 'similar.over': 'This has just been finished. If the problem is still there, please report it.',
    'grid': 'Grid {number}', 'accuracy': 'accuracy ±{metres} m', 'position.denied': 'No permission to locate: allow it in the settings, or move the map.',
    'position.unavailable': 'No position now: move the map until the pin is on the spot.', 'position.slow': 'Locating; you can also move the map.', 'position.closer': 'Zoom in a little more (tap +) so that the pin can point.',
  },
}
