// board/messages.js – the board's words.
export const messages = {
  zh: {
    'title': '运行看板', 'today': '今日', 'states': '各阶段案件', 'lights': '未结案件的期限', 'league': '责任网格 · 未结案件', 'league.none': '所有责任网格都没有未结案件。',
    'split': '吞吐量构成 · 近 90 天', 'split.source': '来源', 'split.class': '类别', 'split.grid': '责任网格', 'split.community': '社区', 'split.unit': '专业部门', 'split.trend': '七日均值', 'split.show': '在上图单独显示', 'split.more': '前 {n} 个，共 {of} 个', 'split.only': '只看 {name}', 'evaluated': '考评',
    'grid': '网格', 'collector': '采集员', 'open': '未结', 'late': '超时', 'none': '还没有数字。', 'stale': '实时更新已中断，自 {time} 起未更新。正在重连…', 'updated': '{time} 更新',
  },
  en: {
    'title': 'Board', 'today': 'Today', 'states': 'Cases by stage', 'lights': 'Deadlines of open cases', 'league': 'Duty grids · open cases', 'league.none': 'No duty grid has open cases.',
    'split': 'What went through · last 90 days', 'split.source': 'By source', 'split.class': 'By class', 'split.grid': 'By duty grid', 'split.community': 'By community', 'split.unit': 'By department', 'split.trend': '7-day mean', 'split.show': 'Show it alone in the chart', 'split.more': 'first {n} of {of}', 'split.only': 'Only {name}', 'evaluated': 'Evaluation',
    'grid': 'Grid', 'collector': 'Collector', 'open': 'Open', 'late': 'Late', 'none': 'No figures yet.', 'stale': 'Live updates stopped at {time}. Reconnecting…', 'updated': 'updated {time}',
  },
}
