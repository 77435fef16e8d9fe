import type { Sentences } from './sentence.js'

/** The defects of a pack. Each is said after its file and path, so it only says what is wrong and what mends it. */
export const packSentences: Sentences = {
  'pack.file-missing': [
    () => '缺少此文件。请补上；没有内容的表写作 []。',
    () => 'This file is missing. Add it; a list without rows is [].',
  ],
  'pack.unknown-file': [
    () => '地方包中没有这样的文件。请检查文件名，或移走它。',
    () => 'A pack has no such file. Check its name, or move it elsewhere.',
  ],
  'pack.json-syntax': [
    () => '此处不合 JSON 语法。请检查逗号、引号和括号。',
    () => 'This is not JSON from here on. Check commas, quotes and brackets.',
  ],
  'pack.not-a-list': [
    () => '此文件应是一个表：以 [ 开头，以 ] 结尾。请改成表。',
    () => 'This file must be a list, from [ to ]. Make it one.',
  ],
  'pack.shape': [
    (it) => `此处的值不合要求（${it['message']}）。格式见 packs/schema。`,
    (it) => `This value does not fit (${it['message']}). The file’s schema stands in packs/schema.`,
  ],
  'pack.unknown-field': [
    () => '没有这个字段。请检查拼写，或删去它。',
    () => 'There is no such field. Check its spelling, or remove it.',
  ],
  'pack.unknown-unit': [
    (it) => `units.json 中没有主体 ${it['unit']}。请更正编号，或补上该主体。`,
    (it) => `units.json has no unit ${it['unit']}. Correct the id, or add the unit.`,
  ],
  'pack.unknown-theme': [
    (it) => `themes.json 中没有主题 ${it['theme']}。请更正编号，或补上该主题。`,
    (it) => `themes.json has no theme ${it['theme']}. Correct the id, or add the theme.`,
  ],
  'pack.city-kind': [
    (it) => `${it['unit']} 的类别是 ${it['kind']}。city 须为 city 类的主体。`,
    (it) => `${it['unit']} is of kind ${it['kind']}. Name a unit of kind city here.`,
  ],
  'pack.empty-validity': [
    (it) => `有效期从 ${it['from']} 到 ${it['until']}，其中没有一天。请让止日晚于起日。`,
    (it) => `No day lies between ${it['from']} and ${it['until']}. Let the second be the later.`,
  ],
  'pack.duplicate-unit': [
    (it) => `编号 ${it['key']} 已用于 ${it['other']}。请另取一个。`,
    (it) => `${it['other']} has the id ${it['key']} already. Choose another.`,
  ],
  'pack.duplicate-theme': [
    (it) => `编号 ${it['key']} 已用于 ${it['other']}。请另取一个。`,
    (it) => `${it['other']} has the id ${it['key']} already. Choose another.`,
  ],
  'pack.duplicate-username': [
    (it) => `用户名 ${it['key']} 已用于 ${it['other']}。请另取一个。`,
    (it) => `${it['other']} has the user name ${it['key']} already. Choose another.`,
  ],
  'pack.duplicate-document': [
    (it) => `文件 ${it['key']} 已列于 ${it['other']}。请删去一处。`,
    (it) => `${it['other']} lists the file ${it['key']} already. Remove one of them.`,
  ],
  'pack.duplicate-tile': [
    (it) => `主体 ${it['key']} 在 ${it['other']} 已有格子。请删去一处。`,
    (it) => `The unit ${it['key']} has a tile at ${it['other']} already. Remove one of them.`,
  ],
  'pack.cell-taken': [
    (it) => `位置 ${it['key']} 已由 ${it['other']} 占用。请移到空位。`,
    (it) => `${it['other']} stands on the cell ${it['key']} already. Move one to a free cell.`,
  ],
  'pack.self-link': [
    (it) => `关系的两端都是 ${it['unit']}。请更正其中一端。`,
    (it) => `The link leads from ${it['unit']} to itself. Correct one end.`,
  ],
  'pack.link-overlap': [
    (it) => `${it['other']} 已有相同的关系，有效期重叠。请合并，或把日期错开。`,
    (it) => `${it['other']} states the same link for some of the same days. Join them, or part their days.`,
  ],
  'pack.link-outside-unit': [
    (it) => `关系的有效期超出主体 ${it['unit']} 的有效期。请缩短关系，或放宽主体的有效期。`,
    (it) => `The link holds on days when ${it['unit']} does not. Shorten the link, or widen the unit’s days.`,
  ],
  'pack.part-of-cycle': [
    (it) => `隶属关系成环：${it['units']}。请删去其中一条。`,
    (it) => `Units are part of one another in a circle: ${it['units']}. Remove one of the links.`,
  ],
  'pack.theme-cycle': [
    (it) => `主题成环：${it['themes']}。请更正其中一个的上级。`,
    (it) => `Themes lie in one another in a circle: ${it['themes']}. Correct one parent.`,
  ],
  'pack.document-missing': [
    (it) => `地方包中没有 ${it['file']}。请放入该文件，或删去这一行。`,
    (it) => `The pack has no ${it['file']}. Add the file, or remove this row.`,
  ],
}
