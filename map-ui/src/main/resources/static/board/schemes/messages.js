// board/schemes/messages.js – the words of the schemes page.

export const messages = {
  zh: {
    'title': '评价办法', 'back': '综合评价', 'none': '没有评价办法。', 'usual': '常用', 'version': '自 {from}', 'until': '至 {until}', 'standing': '现行', 'coming': '将生效', 'past': '已过', 'by': '{by}，{time}', 'by.catalogue': '随程序提供',
    'department': '专业部门', 'collector': '采集员', 'acceptor': '受理员', 'leader': '值班长', 'dispatcher': '派遣员', 'grid': '责任网格', 'cell': '单元网格', 'community': '社区', 'town': '全镇',
    'part': '项目', 'weight': '权重', 'points': '计分', 'formula': '算法', 'sum': '权重合计', 'sum.off': '权重合计不是 100，得分会按比例折算到 100。', 'sum.sure': '权重合计不是 100，仍要保存吗？',
    'rate': '比率 × 100', 'complement': '（1 − 比率）× 100', 'band': '按月均数分档', 'step': '达标满分，低则扣分', 'band.up': '{n} 以内 {points} 分', 'band.above': '以上 {points} 分', 'list': '，', 'step.words': '达到 {from} 得满分，每低 1 个百分点扣 {off}',
    'deductions': '扣分项', 'each': '每次扣', 'deductions.none': '没有扣分项', 'grades': '等级', 'grade.from': '{from} 分起', 'grade.least': '不低于', 'grade.rest': '其余', 'grade.more': '加一等', 'grade.fewer': '减一等', 'grades.fall': '各等的起点应低于 100 分，逐级降低，最低一等从 0 分起。', 'edit': '拟新版本', 'versions': '各版本',
    'form': '{name}：新版本', 'valid.from': '自哪一天起', 'valid.hint': '今天或以后；此前的评价仍按旧版本。', 'name.zh': '中文名称', 'name.en': '英文名称', 'part.add': '加一项', 'part.choose': '选一个指标或数量', 'remove': '删去', 'up.to': '不超过', 'up.any': '以上', 'worth': '得分', 'band.add': '加一档',
    'step.from': '达标比率（%）', 'step.off': '每低 1 个百分点扣', 'deduction.add': '加一项扣分', 'save': '保存新版本', 'saved': '已保存，自 {from} 起生效', 'preview': '按新版本试算', 'preview.month': '月份', 'preview.do': '试算', 'preview.note': '只是试算，不保存、不公布。',
    'name': '名称', 'now': '现得分', 'then': '新版本得分', 'difference': '相差', 'preview.none': '这个月没有可评价的对象。', 'one.twice': '同一项目只能有一次。', 'no.parts': '至少要有一个项目。',
  },
  en: {
    'title': 'Schemes', 'back': 'Evaluation', 'none': 'There are no schemes.', 'usual': 'usual', 'version': 'from {from}', 'until': 'until {until}', 'standing': 'valid now', 'coming': 'to come', 'past': 'past', 'by': '{by}, {time}', 'by.catalogue': 'came with the program',
    'department': 'Departments', 'collector': 'Collectors', 'acceptor': 'Acceptors', 'leader': 'Shift leaders', 'dispatcher': 'Dispatchers', 'grid': 'Duty grids', 'cell': 'Unit grids', 'community': 'Communities', 'town': 'Town',
    'part': 'Part', 'weight': 'Weight', 'points': 'Points', 'formula': 'Formula', 'sum': 'Sum of weights', 'sum.off': 'The weights do not add up to 100; scores are brought to a hundred.', 'sum.sure': 'The weights do not add up to 100. Save all the same?',
    'rate': 'the rate × 100', 'complement': '(1 − the rate) × 100', 'band': 'by bands of the number a month', 'step': 'full marks from a rate on, less below', 'band.up': 'up to {n}: {points}', 'band.above': 'above: {points}', 'list': ', ', 'step.words': 'full marks from {from} on, {off} off for each percentage point below',
    'deductions': 'Deductions', 'each': 'each time', 'deductions.none': 'No deductions', 'grades': 'Grades', 'grade.from': 'from {from}', 'grade.least': 'from', 'grade.rest': 'all below', 'grade.more': 'One grade more', 'grade.fewer': 'One grade less', 'grades.fall': 'Grades begin below 100 and fall; the lowest begins at 0.', 'edit': 'New version', 'versions': 'Versions',
    'form': '{name}: a new version', 'valid.from': 'Valid from', 'valid.hint': 'Today or later; what was before keeps the old version.', 'name.zh': 'Chinese name', 'name.en': 'English name', 'part.add': 'Add a part', 'part.choose': 'Choose an indicator or a count', 'remove': 'Remove', 'up.to': 'up to', 'up.any': 'above', 'worth': 'points', 'band.add': 'Add a band',
    'step.from': 'Full marks from (%)', 'step.off': 'Off for each point below', 'deduction.add': 'Add a deduction', 'save': 'Save the new version', 'saved': 'Saved, valid from {from}', 'preview': 'Try the new version', 'preview.month': 'Month', 'preview.do': 'Try', 'preview.note': 'A trial only: nothing is saved or published.',
    'name': 'Name', 'now': 'Score as it is', 'then': 'With the new version', 'difference': 'Difference', 'preview.none': 'Nothing to evaluate in this month.', 'one.twice': 'Each part may stand only once.', 'no.parts': 'There must be a part at least.',
  },
}
