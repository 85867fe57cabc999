// unit/messages.js – the department's words.

export const messages = {
  zh: {
    'title': '处置单位登录', 'brand': '处置', 'tab.mine': '待办', 'tab.open': '在办', 'tab.closed': '已结',
    'none.mine': '没有待办案件', 'none.mine.words': '派遣给本单位的案件会出现在这里，快到期的排在最前。', 'none.open': '没有在办案件', 'none.open.words': '已接收、核查中的案件会出现在这里。', 'none.closed': '还没有已结案件', 'none.closed.words': '核查通过并结案后会出现在这里。',
    'back': '返回列表', 'no.due': '没有时限', 'grid': '网格 {number}', 'rework': '返工 {n} 次', 'distance': '直线距离 {distance}', 'navigate': '打开导航', 'due': '{time} 到期', 
    'component': '部件', 'photos.report': '上报照片', 'photos.of': '照片', 'history': '经过', 'pick': '选一件案件', 'pick.words': '左边选一件，这里看详情、地图、照片，并办理。',
    'whole': '全过程 · 可打印', 'chase.label': '回复督办 {number}', 'chased': '督办，待回复',
    'opinion': '说明', 'opinion.HAND_IN': '处置情况', 'opinion.ASK_RETURN': '退单理由（必填）', 'opinion.ASK_EXTENSION': '延期理由（必填）', 'opinion.ASK_SUSPENSION': '挂账理由（必填）', 'opinion.APPEAL': '申诉理由（必填）',
    'opinion.hint': '如：已更换井盖并清场', 'photos.after': '处置后照片', 'until': '挂账到哪一天', 'cancel': '先不办', 'missing': '还差：{list}', 'missing.opinion': '说明', 'missing.photos': '照片', 'missing.staff': '处置人员', 'staff': '交给谁', 'staff.choose': '选一名处置人员', 'staff.none': '本部门还没有处置人员账号', 'staff.one': '{name} · 手上 {n} 件', 'worker': '处置人员', 'worker.done': '{name} · 已回单', 'opinion.WORK_DONE': '处置情况', 'opinion.HAND_BACK': '退回理由（必填）', 'missing.until': '日期',
    'acted': '{name} · {state}', 'saved': '已存在本机，正在提交', 'nothing': '现在不用本单位办理。', 'act.of': '{action} {number}',
    'refused': '没有办成：{why}', 'retry': '再提交', 'discard': '知道了', 'sign.out': '退出', 'waiting': '待传 {n} ↑', 'map': '案件位置地图', 'limit': '情形', 'address': '地址', 'late': '超时',
    'tab.enquiries': '诉求', 'tab.results': '考评', 'none.enquiries': '没有转来的诉求', 'none.enquiries.words': '转给本单位答复的咨询、求助、投诉、建议会出现在这里。', 'answer': '给群众的答复（必填）', 'answer.hint': '群众凭查询号会看到这段话', 'missing.answer': '答复', 'answered': '已给的答复', 'reply.due': '请于 {time} 前答复', 'opinion.RETURN': '退回理由（必填）',
  },
  en: {
    'title': 'Department sign-in', 'brand': 'Handling', 'tab.mine': 'To do', 'tab.open': 'Open', 'tab.closed': 'Closed',
    'none.mine': 'Nothing to do', 'none.mine.words': 'Cases dispatched to your department appear here, nearest deadline first.', 'none.open': 'No open cases', 'none.open.words': 'Cases in work or being checked appear here.', 'none.closed': 'No closed cases yet', 'none.closed.words': 'Cases that passed the check and were closed appear here.',
    'back': 'Back to the list', 'no.due': 'no time limit', 'grid': 'Grid {number}', 'rework': 'reworked {n|time|times}: {n}', 'distance': '{distance} in a straight line', 'navigate': 'Navigate', 'due': 'due {time}', 
    'component': 'Component', 'photos.report': 'Photos of the report', 'photos.of': 'Photo', 'history': 'History', 'pick': 'Choose a case', 'pick.words': 'Choose one on the left to see details, map and photos, and to act.',
    'whole': 'Whole process · print', 'chase.label': 'Answer to the chase of {number}', 'chased': 'chased: answer',
    'opinion': 'Words', 'opinion.HAND_IN': 'What was done', 'opinion.ASK_RETURN': 'Why it is not yours (required)', 'opinion.ASK_EXTENSION': 'Why more time is needed (required)', 'opinion.ASK_SUSPENSION': 'Why it must wait (required)', 'opinion.APPEAL': 'Reason for the appeal (required)',
    'opinion.hint': 'e.g. cover replaced, site cleared', 'photos.after': 'Photos after', 'until': 'Suspend until', 'cancel': 'Not now', 'missing': 'Still missing: {list}', 'missing.opinion': 'words', 'missing.photos': 'photo', 'missing.staff': 'worker', 'staff': 'Give to', 'staff.choose': 'Choose a worker', 'staff.none': 'Your department has no worker accounts yet', 'staff.one': '{name} · {n} in hand', 'worker': 'Worker', 'worker.done': '{name} · done', 'opinion.WORK_DONE': 'What was done', 'opinion.HAND_BACK': 'Why you give it back (required)', 'missing.until': 'date',
    'acted': '{name} · {state}', 'saved': 'Kept on this device, sending', 'nothing': 'Nothing for your department to do now.', 'act.of': '{action} {number}',
    'refused': 'Not done: {why}', 'retry': 'Send again', 'discard': 'Understood', 'sign.out': 'Sign out', 'waiting': 'To send {n} ↑', 'map': 'Map of the case', 'limit': 'Condition', 'address': 'Address', 'late': 'late',
    'tab.enquiries': 'Requests', 'tab.results': 'Scores', 'none.enquiries': 'No requests', 'none.enquiries.words': 'Questions, calls for help, complaints and suggestions that your unit is to answer appear here.', 'answer': 'Answer to the citizen (required)', 'answer.hint': 'The citizen reads this with the receipt', 'missing.answer': 'answer', 'answered': 'Answer given', 'reply.due': 'answer wanted by {time}', 'opinion.RETURN': 'Why it is not yours (required)',
  },
}
