// admin/responsibilities/messages.js – the words of who answers for what.
export const messages = {
  zh: {
    'title': '职责与负荷', 'back': '系统管理', 'tab.matrix': '职责分工表', 'tab.try': '查一查', 'tab.auto': '自动派遣', 'tab.load': '部门负荷',
    'kind': '类别', 'kind.component': '部件', 'kind.event': '事件', 'kind.all': '部件和事件', 'class': '分类', 'class.all': '全部分类', 'class.all.component': '所有部件', 'class.all.event': '所有事件', 'class.major': '{name}（大类）',
    'place': '地点', 'place.all': '全部地点', 'place.grid': '网格 {n} {name}', 'unit': '责任单位', 'unit.all': '全部单位', 'unit.choose': '选择单位', 'from': '自', 'always': '一直', 'by': '谁定的', 'at': '只看当天有效的',
    'count': '共 {n} 行', 'none': '没有这样的行。', 'none.words': '没有分工的案件由属地政府负责。在下面添加第一行，或导入表格。',
    'order': '越近越优先：先看小类再看大类，再看责任网格、社区、镇，再看较晚的日期。部件先看养护单位，再看权属单位。系统不会自行学习。',
    'edit': '改', 'delete': '删', 'delete.sure': '删除这一行？之前的日期也不再适用它。', 'save': '保存', 'cancel': '取消', 'add': '添加一行', 'saved': '已保存', 'deleted': '已删除', 'edit.hint': '日期不同则另存一行，原来的行留作历史。',
    'export': '导出 CSV', 'import': '导入 CSV', 'imported': '导入了 {n} 行', 'missing': '没有取到。', 'reload': '重试',
    'try.lead': '某处某类的案件会建议给谁？', 'try.component': '部件代码（可选）', 'try.ask': '查', 'try.answer': '建议：{name}', 'try.nobody': '没有人负责，也没有属地政府单位。', 'try.lines': '涉及的行（第一行起作用）', 'try.lines.none': '职责分工表里没有涉及的行。',
    'auto.lead': '打开后，这一分类的案件立案后由系统按建议直接派遣，不等派遣员。没有设置的分类不自动派遣；小类的设置优先于大类。', 'auto.state': '自动派遣', 'auto.on': '开', 'auto.off': '关', 'auto.set': '{name} 于 {time}', 'auto.add': '设置一个分类', 'auto.none': '还没有打开任何分类。',
    'load.unit': '部门', 'load.open': '在办', 'load.yellow': '将到期', 'load.red': '超时', 'load.suspended': '挂账', 'load.handedIn': '待核查', 'load.dispatchedToday': '今日派遣', 'load.onTimeRate': '30 天按时率', 'load.at': '截至 {time}', 'load.of': '{a} / {b}',
  },
  en: {
    'title': 'Responsibilities', 'back': 'Administration', 'tab.matrix': 'Matrix', 'tab.try': 'Try it', 'tab.auto': 'Auto-dispatch', 'tab.load': 'Load',
    'kind': 'Kind', 'kind.component': 'component', 'kind.event': 'event', 'kind.all': 'components and events', 'class': 'Class', 'class.all': 'all classes', 'class.all.component': 'all components', 'class.all.event': 'all events', 'class.major': '{name} (major class)',
    'place': 'Place', 'place.all': 'everywhere', 'place.grid': 'Grid {n} {name}', 'unit': 'Department', 'unit.all': 'all departments', 'unit.choose': 'Choose a department', 'from': 'Since', 'always': 'always', 'by': 'Set by', 'at': 'only what holds today',
    'count': '{n} {n|line|lines}', 'none': 'No such lines.', 'none.words': 'Cases that nobody answers for go to the local government. Add the first line below, or import a table.',
    'order': 'The closest decides: minor before major class, then duty grid, community, town, then the later date. Components go by their maintenance unit, then their owner. Nothing is learnt by itself.',
    'edit': 'Edit', 'delete': 'Delete', 'delete.sure': 'Delete this line? It will not hold for earlier days either.', 'save': 'Save', 'cancel': 'Cancel', 'add': 'Add a line', 'saved': 'Saved', 'deleted': 'Deleted', 'edit.hint': 'With another date it becomes a line of its own, and the old one stays as history.',
    'export': 'Export CSV', 'import': 'Import CSV', 'imported': '{n} {n|line|lines} imported', 'missing': 'Could not be loaded.', 'reload': 'Try again',
    'try.lead': 'To whom would a case of this class, here, be proposed?', 'try.component': 'Component code (optional)', 'try.ask': 'Look', 'try.answer': 'Proposed: {name}', 'try.nobody': 'Nobody answers for it, and there is no local government unit.', 'try.lines': 'Lines that speak of it (the first decides)', 'try.lines.none': 'No line of the matrix speaks of it.',
    'auto.lead': 'Where this is on, cases are dispatched as proposed once they are filed, without waiting for a dispatcher. Classes without a switch are not; a minor class counts more than its major class.', 'auto.state': 'Auto-dispatch', 'auto.on': 'on', 'auto.off': 'off', 'auto.set': '{name}, {time}', 'auto.add': 'Set a class', 'auto.none': 'No class is switched on yet.',
    'load.unit': 'Department', 'load.open': 'Open', 'load.yellow': 'Nearly due', 'load.red': 'Late', 'load.suspended': 'Suspended', 'load.handedIn': 'To check', 'load.dispatchedToday': 'Dispatched today', 'load.onTimeRate': 'On time, 30 days', 'load.at': 'as of {time}', 'load.of': '{a} of {b}',
  },
}
