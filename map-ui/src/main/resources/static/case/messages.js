// case/messages.js – the words of a case's own page.
export const messages = {
  zh: {
    'title': '案件全过程', 'print': '打印', 'desk': '在工作台打开', 'printed': '{time} 打印，{name}', 'missing': '没有案件 {number}，或不在您的权限内。',
    'class': '类别与情形', 'place': '位置', 'grid': '责任网格 {n}', 'cell': '单元网格', 'component': '部件', 'unit': '处置单位', 'source': '来源', 'reported': '上报', 'filed': '立案', 'dispatched': '派遣', 'due': '期限', 'handled': '处置反馈', 'closed': '结案', 'master': '主案', 'reopened': '重开自', 'rework': '返工', 'times': '{n} 次', 'photos.report': '上报照片', 'requests': '待批申请',
  },
  en: {
    'title': 'Whole process of a case', 'print': 'Print', 'desk': 'Open at the desk', 'printed': 'Printed {time}, {name}', 'missing': 'There is no case {number}, or it is not yours to see.',
    'class': 'Class', 'place': 'Place', 'grid': 'Duty grid {n}', 'cell': 'cell', 'component': 'Component', 'unit': 'Unit', 'source': 'Source', 'reported': 'Reported', 'filed': 'Filed', 'dispatched': 'Dispatched', 'due': 'Due', 'handled': 'Handed in', 'closed': 'Closed', 'master': 'Master case', 'reopened': 'Reopened from', 'rework': 'Reworked', 'times': '{n} {n|time|times}', 'photos.report': 'Photos of the report', 'requests': 'Requests waiting',
  },
}
