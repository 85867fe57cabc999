// admin/calendar/messages.js – the words of the working calendar.
export const messages = {
  zh: {
    'title': '工作日历', 'back': '系统管理', 'tab.year': '年历', 'tab.hours': '工作时间', 'tab.past': '变更记录', 'year.before': '上一年', 'year.after': '下一年',
    'days.worked': '全年 {n} 个工作日', 'week': '一 二 三 四 五 六 日', 'week.words': '周一 周二 周三 周四 周五 周六 周日', 'mark.off': '休', 'mark.on': '班', 'legend.off': '放假（按周应上班）', 'legend.on': '调休上班', 'legend.rest': '周末', 'legend.draft': '待保存的改动',
    'day.hint': '点一天，把它改为放假或上班；方向键移动，回车选择。', 'day.works': '上班', 'day.rests': '休息', 'day.week': '按每周工作日（{state}）', 'day.off': '放假', 'day.on': '调休上班', 'day.name': '名称', 'day.name.hint': '如：国庆节、台风停工', 'day.name.needed': '请写名称。', 'day.put': '加入改动', 'day.to': '到（可选，连续几天）',
    'draft': '待保存的改动', 'draft.none': '还没有改动。', 'draft.drop': '撤回', 'draft.all': '全部放弃', 'draft.week': '按每周工作日',
    'hours.line': '{from} 起：{days}，{periods}', 'hours.removed': '取消 {from} 起的工作时间', 'hours.from': '自', 'hours.days': '工作日', 'hours.periods': '工作时段', 'hours.length': '每天', 'hours.hours': '{n} 小时', 'hours.remove': '取消', 'hours.add': '从某日起改变工作时间', 'hours.period': '时段 {n}', 'hours.more': '再加一个时段', 'hours.less': '去掉一个时段', 'hours.put': '加入改动', 'hours.first': '最早', 'hours.needed': '请至少选一个工作日，并写全时段。', 'hours.first.hint': '未到生效日的期间按上一行。一个工作日的限时按办理开始时的每天时长折算，改变后不重算总量。',
    'note': '说明（必填）', 'note.hint': '为什么改，如：按国务院办公厅通知', 'note.needed': '请写说明。',
    'preview.none': '没有在办案件的时限会变。', 'preview': '{n} 个在办案件的时限会变：{later} 个推后，{earlier} 个提前。', 'preview.asking': '正在计算影响…', 'preview.rule': '已过的时限不动；已用的时间按原日历保留，剩余时间按新日历顺延。挂账中的案件恢复时再算。',
    'save': '保存日历', 'saving': '正在保存并重算…', 'saved': '已保存，{n} 个案件的时限已改。', 'saved.waiting': '另有 {n} 个案件正被办理，几秒内重算。', 'conflict': '{by} 刚刚改过日历。已载入新的日历，请再看一遍改动。',
    'past.at': '时间', 'past.by': '谁', 'past.note': '说明', 'past.cases': '改了时限的案件', 'past.none': '还没有变更。', 'missing': '没有取到。', 'reload': '重试',
  },
  en: {
    'title': 'Working calendar', 'back': 'Administration', 'tab.year': 'Year', 'tab.hours': 'Working hours', 'tab.past': 'Changes', 'year.before': 'Year before', 'year.after': 'Year after',
    'days.worked': '{n} work days in the year', 'week': 'M T W T F S S', 'week.words': 'Mon Tue Wed Thu Fri Sat Sun', 'mark.off': '–', 'mark.on': '+', 'legend.off': 'off, though the week works', 'legend.on': 'make-up work day', 'legend.rest': 'weekend', 'legend.draft': 'not saved yet',
    'day.hint': 'Choose a day to make it off or on; arrow keys move, Enter chooses.', 'day.works': 'work day', 'day.rests': 'day of rest', 'day.week': 'As the week has it ({state})', 'day.off': 'Off', 'day.on': 'Make-up work day', 'day.name': 'Name', 'day.name.hint': 'National Day, closed for the typhoon …', 'day.name.needed': 'Please give it a name.', 'day.put': 'Add to the changes', 'day.to': 'Until (optional, several days)',
    'draft': 'Changes to save', 'draft.none': 'No changes yet.', 'draft.drop': 'Take back', 'draft.all': 'Drop all', 'draft.week': 'as the week has it',
    'hours.line': 'from {from}: {days}, {periods}', 'hours.removed': 'hours from {from} removed', 'hours.from': 'From', 'hours.days': 'Work days', 'hours.periods': 'Work periods', 'hours.length': 'A day', 'hours.hours': '{n} h', 'hours.remove': 'Remove', 'hours.add': 'Other hours from a day on', 'hours.period': 'Period {n}', 'hours.more': 'One more period', 'hours.less': 'One period less', 'hours.put': 'Add to the changes', 'hours.first': 'earliest', 'hours.needed': 'Choose at least one day of the week and fill in the periods.', 'hours.first.hint': 'Until its day comes, the line above holds. A limit of work days has the length that a day had when it started; it is not measured again.',
    'note': 'Why (required)', 'note.hint': 'for example: notice of the State Council', 'note.needed': 'Please say why.',
    'preview.none': 'No open case would get another deadline.', 'preview': '{n} open {n|case gets|cases get} another deadline: {later} later, {earlier} earlier.', 'preview.asking': 'Counting …', 'preview.rule': 'Deadlines that have passed do not move. Time used up stays as it was, what is left is laid on the new calendar. Suspended cases are reckoned when they go on.',
    'save': 'Save the calendar', 'saving': 'Saving, laying deadlines anew …', 'saved': 'Saved; {n} {n|case has|cases have} another deadline.', 'saved.waiting': '{n} more {n|is|are} being worked on and {n|follows|follow} within seconds.', 'conflict': '{by} has just changed the calendar. The new one is loaded; please look at your changes again.',
    'past.at': 'When', 'past.by': 'Who', 'past.note': 'Why', 'past.cases': 'Deadlines moved', 'past.none': 'No changes yet.', 'missing': 'Could not be loaded.', 'reload': 'Try again',
  },
}
