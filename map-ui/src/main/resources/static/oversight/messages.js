// oversight/messages.js – the words of electronic oversight.
export const messages = {
  zh: {
    'title': '电子监察', 'updated': '{time} 更新', 'stale': '实时更新已中断，自 {time} 起未更新。正在重连…', 'sums': '全镇未结案件',
    'lamps.units': '按部门', 'lamps.grids': '按责任网格', 'lamps.by': '亮灯统计', 'lamps.none.unit': '尚未派遣', 'lamps.none.grid': '不在责任网格内', 'lamps.all': '合计', 'lamps.empty': '没有未结案件。', 'lamps.only': '只看这里的红黄灯', 'lamps.label': '{name}：{light} {n} 件',
    'tab.watch': '红黄灯', 'tab.stuck': '卡住', 'tab.chases': '督办', 'red.list': '红灯 · 已超时', 'yellow.list': '黄灯 · 将超时', 'more': '再看 50 件', 'news': '有 {n} 件变动，点此更新', 'only': '只看 {name}',
    'watch.empty': '没有红灯和黄灯案件。期限用到八成时会出现在这里。', 'stuck.empty': '没有卡住的案件。久未办理、来回过多、无人能办、申请久未审批、督办未回复的会出现在这里。', 'chases.empty': '没有等待回复的督办。选中案件督办后，会在这里等回复。', 'failed': '没有取到。',
    'stuck.all': '全部', 'stuck.quiet': '已 {span} 没有动静', 'stuck.hops': '来回 {n} 次', 'todo': '宜：{words}', 'gone': '刚刚离开此单', 'whose': '现由 {name} 办理', 'request': '申请：{words}',
    'chases.overdue': '逾期未回复', 'chases.waiting': '等待回复', 'chases.by': '{name} {time} 督办', 'chases.times': '共督办 {n} 次', 'chases.answered': '七天内的回复', 'chases.too.late': '逾期回复', 'chased': '已督办', 'chased.due': '已督办，{time} 前回复',
    'pick': '选中 {title}', 'pick.all': '全选', 'pick.none': '不选', 'picked': '已选 {n} 件', 'chase': '督办', 'chase.again': '再督办', 'chase.n': '督办 {n} 件', 'open': '在工作台打开', 'process': '全过程', 'place': '启用账号',
    'form.title': '督办 {n} 件', 'form.opinion': '督办意见', 'form.hint': '写明要求，会记入办理过程并送到现在办理的人', 'form.until': '何时前回复', 'form.none': '不限时', 'form.send': '发出督办', 'form.sending': '正在发出 {done} / {n}…', 'form.missing': '请写督办意见。', 'form.past': '回复时间要在现在之后。',
    'form.done': '已督办 {n} 件', 'form.refused': '{n} 件没有督办成：', 'due.in.2h': '2 小时后', 'due.in.4h': '4 小时后', 'due.tomorrow': '明天 10 点', 'due.in.3d': '三天后 10 点',
    'phrase.1': '已超过时限，请立即处置，并回复何时办完。', 'phrase.2': '时限将到，请抓紧办理，按时反馈结果。', 'phrase.3': '久未办理，请说明原因和下一步安排。', 'phrase.4': '申请等待已久，请今天审批。', 'phrase.5': '多次来回，请当面商定责任单位后回复。',
    'beside.none': '在单子或地图上选一件案件，这里看它的时限和经过。', 'beside.last': '最近一步', 'beside.close': '关闭', 'map.label': '地图：单子上的案件；单子可用键盘操作', 'forbidden.chase': '督办由值班长和督察员发出。', 'state.at': '{state} · {name}',
  },
  en: {
    'title': 'Oversight', 'updated': 'as of {time}', 'stale': 'Live updates stopped at {time}. Reconnecting…', 'sums': 'Open cases of the town',
    'lamps.units': 'By department', 'lamps.grids': 'By duty grid', 'lamps.by': 'Lamps', 'lamps.none.unit': 'Not dispatched yet', 'lamps.none.grid': 'Outside every duty grid', 'lamps.all': 'All', 'lamps.empty': 'No open cases.', 'lamps.only': 'Show only its red and yellow lamps', 'lamps.label': '{name}: {n} {light}',
    'tab.watch': 'Red and yellow', 'tab.stuck': 'Stuck', 'tab.chases': 'Chases', 'red.list': 'Red · late', 'yellow.list': 'Yellow · nearly due', 'more': 'Show 50 more', 'news': '{n} changed: show', 'only': 'Only {name}',
    'watch.empty': 'No lamp is red or yellow. Cases appear here once four fifths of their limit are used.', 'stuck.empty': 'No case is stuck. Those that stand still, go to and fro, have nobody to act, wait for a decision or leave a chase unanswered appear here.', 'chases.empty': 'No chase waits for an answer. Choose cases and chase them; they wait here for the answer.', 'failed': 'Could not be loaded.',
    'stuck.all': 'All', 'stuck.quiet': 'quiet for {span}', 'stuck.hops': 'sent back {n} {n|time|times}', 'todo': 'To do: {words}', 'gone': 'has just left this list', 'whose': 'with {name}', 'request': 'asked: {words}',
    'chases.overdue': 'Answer overdue', 'chases.waiting': 'Waiting for an answer', 'chases.by': 'chased by {name}, {time}', 'chases.times': '{n} chases', 'chases.answered': 'Answers of seven days', 'chases.too.late': 'too late', 'chased': 'chased', 'chased.due': 'chased, answer by {time}',
    'pick': 'Choose {title}', 'pick.all': 'Choose all', 'pick.none': 'Choose none', 'picked': '{n} chosen', 'chase': 'Chase', 'chase.again': 'Chase again', 'chase.n': 'Chase {n}', 'open': 'Open at the desk', 'process': 'Whole process', 'place': 'Switch on an account',
    'form.title': 'Chase {n} {n|case|cases}', 'form.opinion': 'What is asked', 'form.hint': 'Say what is wanted; it is kept in the history and told to whoever has the case', 'form.until': 'Answer by', 'form.none': 'no time', 'form.send': 'Send the chase', 'form.sending': 'Sending {done} of {n}…', 'form.missing': 'Please say what is asked.', 'form.past': 'The answer must be due later than now.',
    'form.done': '{n} {n|case|cases} chased', 'form.refused': '{n} not chased:', 'due.in.2h': 'in 2 hours', 'due.in.4h': 'in 4 hours', 'due.tomorrow': 'tomorrow 10:00', 'due.in.3d': 'in three days, 10:00',
    'phrase.1': 'The limit is over: handle it now, and say when it will be done.', 'phrase.2': 'The limit is near: please hurry and hand in on time.', 'phrase.3': 'Nothing has moved for long: say why, and what comes next.', 'phrase.4': 'A request waits too long: please decide it today.', 'phrase.5': 'Sent to and fro too often: settle face to face whose it is, and answer.',
    'beside.none': 'Choose a case in a list or on the map to see its limit and what was done.', 'beside.last': 'Latest step', 'beside.close': 'Close', 'map.label': 'Map of the listed cases; the list can be used by keyboard', 'forbidden.chase': 'Shift leaders and inspectors send chases.', 'state.at': '{state} · {name}',
  },
}
