// admin/messages.js – the administration's words.
export const messages = {
  zh: {
    'title': '系统管理', 'tab.users': '用户', 'tab.units': '单位', 'tab.grids': '责任网格', 'tab.import': '导入', 'tab.land': '网格管理', 'tab.responsibilities': '职责与负荷', 'tab.calendar': '工作日历', 'tab.proposals': '更正建议', 'tab.cards': '部件',
    'user.name': '用户名', 'user.display': '姓名', 'user.roles': '岗位', 'user.unit': '单位', 'user.password': '初始密码', 'user.division': '区划代码', 'user.add': '添加用户', 'user.none': '还没有用户。',
    'unit.code': '代码', 'unit.zh': '中文名', 'unit.en': '英文名', 'unit.kind': '类别', 'unit.add': '添加单位', 'unit.none': '还没有单位。先添加处置单位，案件才能派遣。',
    'kind.DEPARTMENT': '专业部门', 'kind.OWNER': '权属单位', 'kind.GOVERNMENT': '地方政府',
    'grid.number': '编号', 'grid.code': '代码', 'grid.name': '名称', 'grid.area': '面积（km²）', 'grid.cells': '单元网格', 'grid.collector': '在岗采集员', 'grid.none': '还没有责任网格。请到“导入”页导入。', 'grid.vacant': '无人',
    'saved': '已保存', 'count': '共 {n}', 'missing': '没有取到。',
  },
  en: {
    'title': 'Administration', 'tab.users': 'Users', 'tab.units': 'Units', 'tab.grids': 'Duty grids', 'tab.import': 'Import', 'tab.land': 'Grids on the map', 'tab.responsibilities': 'Responsibilities', 'tab.calendar': 'Calendar', 'tab.proposals': 'Corrections', 'tab.cards': 'Components',
    'user.name': 'User name', 'user.display': 'Name', 'user.roles': 'Posts', 'user.unit': 'Unit', 'user.password': 'First password', 'user.division': 'Division code', 'user.add': 'Add user', 'user.none': 'No users yet.',
    'unit.code': 'Code', 'unit.zh': 'Chinese name', 'unit.en': 'English name', 'unit.kind': 'Kind', 'unit.add': 'Add unit', 'unit.none': 'No units yet. Cases can be dispatched once there are handling units.',
    'kind.DEPARTMENT': 'Department', 'kind.OWNER': 'Owner', 'kind.GOVERNMENT': 'Local government',
    'grid.number': 'Number', 'grid.code': 'Code', 'grid.name': 'Name', 'grid.area': 'Area (km²)', 'grid.cells': 'Cells', 'grid.collector': 'Collector on duty', 'grid.none': 'No duty grids yet. Bring them in on the Import page.', 'grid.vacant': 'nobody',
    'saved': 'Saved', 'count': '{n} in all', 'missing': 'Could not be loaded.',
  },
}
