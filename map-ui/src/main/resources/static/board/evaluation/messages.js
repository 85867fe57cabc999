// board/evaluation/messages.js – the page's texts.

export const messages = {
  zh: {
    'title': '综合评价', 'of': '评价对象', 'scheme': '评价办法', 'scheme.usual': '常用办法', 'scheme.none': '这类对象没有评分办法，只列数字。', 'schemes': '评价办法与权重',
    'department': '专业部门', 'collector': '采集员', 'acceptor': '受理员', 'leader': '值班长', 'dispatcher': '派遣员', 'grid': '责任网格', 'cell': '单元网格', 'community': '社区', 'town': '全镇',
    'day': '日', 'week': '周', 'month': '月', 'quarter': '季', 'year': '年', 'range': '任意', 'range.from': '第一天', 'range.to': '最后一天', 'earlier': '上一期', 'later': '下一期', 'days': '{from} 至 {to}', 'running': '统计至今天', 'period': '周期',
    'rank': '名次', 'name': '名称', 'score': '得分', 'grade': '等级', 'change': '比上期', 'up': '升 {n} 位', 'down': '降 {n} 位', 'same': '持平', 'total': '合计', 'more': '显示更多（已显示 {shown} / 共 {n}）',
    'none': '这段时间没有可评价的对象', 'none.words': '换一个周期或评价对象。', 'how': '得分怎么来的', 'part': '项目', 'weight': '权重', 'got': '分数', 'share': '计入得分', 'deducted': '扣分', 'formula': '算法', 'exempt': '申诉成立、不计入的案件：{n}',
    'rule.rate': '比率 × 100 为分数', 'rule.complement': '（1 − 比率）× 100 为分数', 'rule.step': '达到 {from} 得满分，每低 1 个百分点扣 {off}（满分 {weight}）', 'rule.band': '按月均数分档：{bands}', 'band': '{n} 以内 {points} 分', 'band.above': '以上 {points} 分', 'list': '，',
    'zero.full': '没有应办的，按满分计', 'zero.out': '没有应办的，不计此项', 'kept': '（{sum}，限定在 0 至 100）', 'trend': '近几期', 'place': '第 {n} 名',
    'shade': '地图着色', 'shade.5': '所示之中最好', 'shade.4': '较好', 'shade.3': '中等', 'shade.2': '较差', 'shade.1': '所示之中最差', 'shade.none': '无数据', 'map.label': '地图：各区域按等级或指标着色；旁边的表可用键盘操作',
    'take': '下载', 'print': '打印', 'freeze': '固化本期结果', 'freeze.note': '说明（可不填）', 'freeze.do': '固化', 'freeze.running': '周期结束后才能固化。', 'results': '已固化的结果', 'results.none': '还没有固化的结果。', 'version': '第 {n} 版', 'publish': '发布', 'published': '{time} 发布', 'draft': '未发布', 'superseded': '已有新版', 'corrected': '更正 {n} 项',
    'frozen': '固化结果，{time}，第 {n} 版', 'live': '回到实时', 'corrections': '固化后因申诉更正', 'correction': '{name}：得分 {was} → {now}', 'correction.grade': '等级 {was} → {now}', 'done.frozen': '已固化', 'done.published': '已发布，各部门和采集员可以看到自己的结果',
  },
  en: {
    'title': 'Evaluation', 'of': 'Who or what', 'scheme': 'Scheme', 'scheme.usual': 'the usual one', 'scheme.none': 'There is no scheme for these: figures only.', 'schemes': 'Schemes and weights',
    'department': 'Departments', 'collector': 'Collectors', 'acceptor': 'Acceptors', 'leader': 'Shift leaders', 'dispatcher': 'Dispatchers', 'grid': 'Duty grids', 'cell': 'Unit grids', 'community': 'Communities', 'town': 'Town',
    'day': 'Day', 'week': 'Week', 'month': 'Month', 'quarter': 'Quarter', 'year': 'Year', 'range': 'Any days', 'range.from': 'First day', 'range.to': 'Last day', 'earlier': 'Earlier', 'later': 'Later', 'days': '{from} to {to}', 'running': 'counted until today', 'period': 'Period',
    'rank': 'Rank', 'name': 'Name', 'score': 'Score', 'grade': 'Grade', 'change': 'Change', 'up': 'up {n}', 'down': 'down {n}', 'same': 'the same', 'total': 'Total', 'more': 'Show more ({shown} of {n})',
    'none': 'Nothing to evaluate in this period', 'none.words': 'Choose another period or something else to evaluate.', 'how': 'How the score comes about', 'part': 'Part', 'weight': 'Weight', 'got': 'Points', 'share': 'Into the score', 'deducted': 'Deducted', 'formula': 'Formula', 'exempt': 'Left out after a granted appeal: {n}',
    'rule.rate': 'the rate times 100', 'rule.complement': 'what the rate lacks of 1, times 100', 'rule.step': 'full marks from {from} on; {off} of {weight} marks off for each percentage point below', 'rule.band': 'by the number a month: {bands}', 'band': 'up to {n}: {points}', 'band.above': 'above: {points}', 'list': ', ',
    'zero.full': 'nothing was due: full marks', 'zero.out': 'nothing was due: left out', 'kept': '({sum}, kept within 0 and 100)', 'trend': 'The last periods', 'place': 'place {n}',
    'shade': 'Map shows', 'shade.5': 'best shown', 'shade.4': 'good', 'shade.3': 'middling', 'shade.2': 'poor', 'shade.1': 'worst shown', 'shade.none': 'no value', 'map.label': 'Map of the places, shaded by grade or indicator; the table beside it can be used by keyboard',
    'take': 'Download', 'print': 'Print', 'freeze': 'Freeze this period', 'freeze.note': 'Note (optional)', 'freeze.do': 'Freeze', 'freeze.running': 'A period can be frozen once it is over.', 'results': 'Frozen results', 'results.none': 'Nothing has been frozen yet.', 'version': 'version {n}', 'publish': 'Publish', 'published': 'published {time}', 'draft': 'not published', 'superseded': 'there is a newer one', 'corrected': '{n} corrected',
    'frozen': 'Frozen {time}, version {n}', 'live': 'Back to now', 'corrections': 'Corrected after appeals', 'correction': '{name}: score {was} → {now}', 'correction.grade': 'grade {was} → {now}', 'done.frozen': 'Frozen', 'done.published': 'Published: departments and collectors see their own',
  },
}
