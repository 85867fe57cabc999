// board/messages.js – the board's words.
export const messages = {
  zh: {
    'title': '运行看板', 'today': '今日', 'states': '各阶段案件', 'lights': '未结案件的期限', 'league': '责任网格 · 未结案件', 'league.none': '所有责任网格都没有未结案件。',
    'grid': '网格', 'collector': '采集员', 'open': '未结', 'late': '超时', 'none': '还没有数字。', 'stale': '实时更新已中断，自 {time} 起未更新。正在重连…', 'updated': '{time} 更新',
  },
  en: {
    'title': 'Board', 'today': 'Today', 'states': 'Cases by stage', 'lights': 'Deadlines of open cases', 'league': 'Duty grids · open cases', 'league.none': 'No duty grid has open cases.',
    'grid': 'Grid', 'collector': 'Collector', 'open': 'Open', 'late': 'Late', 'none': 'No figures yet.', 'stale': 'Live updates stopped at {time}. Reconnecting…', 'updated': 'updated {time}',
  },
}
