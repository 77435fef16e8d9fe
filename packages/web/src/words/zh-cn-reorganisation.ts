import { n } from './zh-cn-terms.js'
import type { Facts } from './words.js'

const unit = (f: Facts): string => n(f['unitName'] ?? f['unit'])
const hierarchies: Readonly<Record<string, string>> = {
  administrative: '行政',
  functional: '功能区',
  'state-owned': '国资',
}
const defects: Readonly<Record<string, string>> = {
  hole: '没有归属',
  short: '只有一部分有归属',
  overlap: '归了不止一处',
  circle: '绕成了圈',
}

/** What a refused reorganisation says, and how to mend it. */
export const zhCnReorganisation: Readonly<Record<string, (facts: Facts) => string>> = {
  'reorganisation.unknown': () => '没有这份区划调整，或您的岗位看不到它。',
  'reorganisation.changed': () => '别人刚改过这份草案。请看过变化后再提交。',
  'reorganisation.map-changed': (f) =>
    (f['title'] ?? '') === ''
      ? '区划在您预览之后有了变化。请重新预览再发布。'
      : `“${n(f['title'])}”（${n(f['by'])}）刚改动了这里涉及的单位。请重新预览，改好草案再发布。`,
  'reorganisation.not-draft': () => '它已经发布，不能再改。要改，请另起一份草案。',
  'reorganisation.not-published': () => '它没有发布，或已经撤回。',
  'reorganisation.in-effect': (f) => `它自 ${n(f['on'])} 起已经生效，不能撤回。要改回，请另起一份草案。`,
  'reorganisation.built-upon': (f) => `后来的调整又改动了${n(f['units'])}。请先撤回后来的那一份。`,
  'reorganisation.no-steps': () => '草案还没有任何步骤，请先添加。',
  'reorganisation.unknown-unit': (f) => `这一天没有“${unit(f)}”这个单位。请核对名称和生效日期。`,
  'reorganisation.unit-exists': (f) => `编号 ${n(f['unit'])} 已有单位用过。请换一个编号。`,
  'reorganisation.twice': () => '同一个单位写了两次，请去掉一次。',
  'reorganisation.into-itself': (f) => `${unit(f)}不能并入、划入或撤销到它自己。请另选单位。`,
  'reorganisation.whose-part': (f) => `这几个单位分属不同上级。请写明${unit(f)}归谁。`,
  'reorganisation.one-part': (f) => `分设至少要分成两个。请为${unit(f)}再加一个去向。`,
  'reorganisation.weights': (f) => `${unit(f)}各部分的份额相加是 ${n(f['sum'])}，应当正好是 1。`,
  'reorganisation.not-below': (f) => `${unit(f)}不在${n(f['upperName'] ?? f['upper'])}之下。请核对后再写。`,
  'reorganisation.below-twice': (f) => `${unit(f)}被分给了不止一个去向。请只留一个。`,
  'reorganisation.left-over': (f) => `${unit(f)}还没有去向。请分给其中一部分。`,
  'reorganisation.no-change': (f) => `${unit(f)}和原来一样，没有变化。请改写或去掉这一步。`,
  'reorganisation.before-birth': (f) => `${unit(f)}在 ${n(f['born'])} 才设立。生效日期不能更早。`,
  'reorganisation.circle': (f) => `照此调整，${unit(f)}会隶属于它自己。请改写隶属关系。`,
  'reorganisation.covered-twice': (f) => `照此调整，${unit(f)}会被覆盖得超过全部。请减去多出的部分。`,
  'reorganisation.changes-later': (f) =>
    `${unit(f)}在 ${n(f['day'])} 另有已经登记的变化。请先撤回那一次，再发布更早的调整。`,
  'reorganisation.own-city': (f) => `${unit(f)}是本系统服务的城市，不能撤并。`,
  'reorganisation.too-fine': () => '份额分得太细，台账记不下。请改用分母较小的份额。',
  'reorganisation.no-heir': (f) =>
    `${unit(f)}撤销后没有仍在的承接单位，还有 ${n(f['commitments'])} 项事、${n(f['posts'])} 个岗位、${n(f['documents'])} 份文件无处可去。请写明由谁承接。`,
  'reorganisation.defect': (f) =>
    `照此调整，${unit(f)}在“${hierarchies[f['hierarchy'] as string] ?? n(f['hierarchy'])}”口径上${defects[f['problem'] as string] ?? n(f['problem'])}。请补一步，让它正好归到一处。`,
}
