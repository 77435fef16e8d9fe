import { type Pack, packLink, packManifest, packPerson, packTheme, packUnit } from '@gangmu/core'

/** A small invented city: two boards, a zone over two towns and one over the third, a state-owned company. */
export const pack: Pack = {
  manifest: packManifest.parse({
    id: 'test-place',
    version: '1',
    name: { zh: '清湾市', en: 'Qingwan' },
    simulated: true,
    city: 'qingwan-shi',
    timeZone: 'Asia/Shanghai',
    claims: [{ zones: 2, towns: 3, source: '两个功能区覆盖三个镇' }],
    lights: { staleAfterDays: 30, dueSoonDays: 14, acceptWithinDays: 3 },
    demo: { password: 'test-password' },
  }),
  units: [
    { id: 'qingwan-shi', kind: 'city', name: '清湾市' },
    { id: 'donglu-qu', kind: 'district', name: '东麓区' },
    { id: 'xiping-qu', kind: 'district', name: '西坪区' },
    { id: 'caitang-zhen', kind: 'town', name: '彩塘镇' },
    { id: 'shuangqiao-zhen', kind: 'town', name: '双桥镇' },
    { id: 'baihe-zhen', kind: 'town', name: '白禾镇' },
    { id: 'kechuang-zone', kind: 'zone', name: '清湾科创功能区', aka: ['科创功能区'] },
    { id: 'wenlv-zone', kind: 'zone', name: '白禾文旅功能区' },
    { id: 'qingtou-soe', kind: 'soe', name: '清投集团' },
  ].map((it) => packUnit.parse(it)),
  links: [
    { kind: 'part-of', from: 'donglu-qu', to: 'qingwan-shi' },
    { kind: 'part-of', from: 'xiping-qu', to: 'qingwan-shi' },
    { kind: 'part-of', from: 'caitang-zhen', to: 'donglu-qu' },
    { kind: 'part-of', from: 'shuangqiao-zhen', to: 'donglu-qu' },
    { kind: 'part-of', from: 'baihe-zhen', to: 'xiping-qu' },
    { kind: 'part-of', from: 'kechuang-zone', to: 'donglu-qu' },
    { kind: 'part-of', from: 'wenlv-zone', to: 'xiping-qu' },
    { kind: 'covers', from: 'kechuang-zone', to: 'caitang-zhen' },
    { kind: 'covers', from: 'kechuang-zone', to: 'shuangqiao-zhen' },
    { kind: 'covers', from: 'wenlv-zone', to: 'baihe-zhen' },
    { kind: 'member', from: 'qingtou-soe', to: 'kechuang-zone' },
  ].map((it) => packLink.parse(it)),
  people: [
    person('shiban', '市办', 'qingwan-shi', 'office'),
    person('donglu', '东麓办', 'donglu-qu', 'office'),
    person('donglu2', '东麓办二', 'donglu-qu', 'office'),
    person('xiping', '西坪办', 'xiping-qu', 'office'),
    person('kechuang', '科创办', 'kechuang-zone', 'office'),
    person('caitang', '彩塘办', 'caitang-zhen', 'office'),
    person('qingtou', '清投办', 'qingtou-soe', 'office'),
    person('shenji', '审计', 'qingwan-shi', 'auditor'),
    person('guanli', '管理', 'qingwan-shi', 'administrator'),
  ],
  themes: [
    { id: 'chanye', name: '产业', words: ['产值', '产业'] },
    { id: 'chanye-keji', parent: 'chanye', name: '科技企业', words: ['高新技术企业'] },
    { id: 'minsheng', name: '民生', words: ['学校'] },
  ].map((it) => packTheme.parse(it)),
  tiles: [
    { unit: 'caitang-zhen', col: 0, row: 0 },
    { unit: 'shuangqiao-zhen', col: 1, row: 0 },
    { unit: 'baihe-zhen', col: 0, row: 1 },
  ],
  documents: [],
}

function person(username: string, name: string, unit: string, role: string) {
  return packPerson.parse({ username, name, posts: [{ unit, role }] })
}

/** A document of the genre, of our own writing. */
export const pledge = [
  '东麓区功能区建设工作部署会召开',
  '2026年3月2日',
  '会议指出，全市两个功能区覆盖三个镇，要把纲举起来。',
  '彩塘镇要在2026年6月底前建成智能制造产业园一期。',
  '东麓区力争全年规上工业产值突破300亿元。',
  '清湾科创功能区要新增高新技术企业20家，加快建设公共实验室。',
  '白禾文旅功能区年内完成湖畔步道改造。',
].join('\n')
