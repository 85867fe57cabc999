// admin/imports/reasons.js – why a row or a file was refused, in the reader's language. The server says it in English.

import { language } from '../../lib/i18n.js'

const CHINESE = [
  [/^is missing: whose is it\?$/, '没有权属单位'],
  [/^is missing.*$/, '缺少'],
  [/^is not a component class of this town's edition$/, '不是本镇所用版本的部件小类'],
  [/^is not a valid geometry.*$/, '图形无效：自相交或自相接'],
  [/^is not an attribute of this class$/, '这一类没有这个属性'],
  [/^is not the class in the code (.*)$/, '与标识码里的小类（$1）不一致'],
  [/^is not the code or the name of a registered unit$/, '不是已登记单位的代码或名称'],
  [/^is not one of ours$/, '不是本系统的编码'],
  [/^is too long ago$/, '时间太早'],
  [/^lies in the future$/, '在将来'],
  [/^lies in no cell.*$/, '不在任何单元网格内'],
  [/^lies more than 5 km outside every town$/, '在镇外 5 公里以上'],
  [/^must be 16 digits.*$/, '应为 16 位数字：县 6 位、小类 4 位、序号 6 位'],
  [/^must be four digits$/, '应为 4 位数字'],
  [/^must be a date such as (.*)$/, '应为日期，如 $1'],
  [/^must be degrees; these look like metres$/, '应为经纬度，这里像是米'],
  [/^must be intact, damaged, lost, abandoned or moved_away$/, '应为 intact、damaged、lost、abandoned、moved_away 之一'],
  [/^must be longitude within.*$/, '经度应在 ±180、纬度应在 ±90 度之内'],
  [/^must be within -(\d+) and \d+ degrees$/, '应在 ±$1 度之内'],
  [/^must be numbers$/, '应为数字'],
  [/^must be true or false$/, '应为 true 或 false'],
  [/^stands in line (\d+).*$/, '与第 $1 行重复'],
  [/^stands in an earlier line already$/, '前面的行里已经有了'],
  [/^has no coordinates$/, '没有坐标'],
  [/^has more than (\d+) positions$/, '顶点超过 $1 个'],
  [/^is longer than (\d+) characters$/, '超过 $1 个字'],
  [/^holds a character that is none.*$/, '含有无效字符'],
  [/^holds bytes that are no (.*)$/, '含有不是 $1 的字节'],
  [/^has (\d+) fields where the heading has (\d+)$/, '有 $1 列，而表头有 $2 列'],
  [/^is not a number$/, '不是数字'],
  [/^is not a shape in WKT$/, '不是 WKT 图形'],
  [/^is a line of one point$/, '是只有一个点的线'],
  [/^is a (\w+): curves are not read.*$/, '是曲线（$1），请先转成折线'],
  [/^the coordinate system of the file is not known$/, '不知道文件的坐标系'],
  [/^(longitude|latitude) is not within.*$/, '经纬度超出范围'],
  [/^(\d+) rows? (?:is|are) wrong, so nothing was stored.*$/, '有 $1 行不合格，什么也没有存。请改好再交，或只导合格的行。'],
  [/^the zip is damaged or breaks off$/, '压缩包损坏或不完整'],
  [/^the file breaks off.*$/, '文件不完整'],
  [/^the file is empty$/, '文件是空的'],
  [/^the zip holds no Shapefile.*$/, '压缩包里没有 Shapefile、GeoPackage、GeoJSON 或 CSV'],
  [/^Excel workbooks cannot be read.*$/, '不能直接读 Excel，请另存为 CSV'],
  [/^RAR and 7z archives are not read.*$/, '不能读 RAR 和 7z，请打成 zip'],
  [/^XML \(KML, GML, GPX\) is not read.*$/, '不能读 KML、GML、GPX，请转成 GeoJSON 或 GeoPackage'],
  [/^this is no Shapefile, GeoPackage, GeoJSON or CSV$/, '这不是 Shapefile、GeoPackage、GeoJSON 或 CSV'],
  [/^the GeoPackage is damaged$/, 'GeoPackage 损坏'],
  [/^the \.(\w+) file breaks off.*$/, '.$1 文件不完整'],
]

/** @param {string} reason */
export const reasonWords = reason => {
  if (language() !== 'zh' || !reason) return reason ?? ''
  for (const [english, chinese] of CHINESE) if (english.test(reason)) return reason.replace(english, chinese)
  return reason
}
