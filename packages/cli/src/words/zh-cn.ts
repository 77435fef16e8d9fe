import { megabytes } from './megabytes.js'
import type { ReadWords } from './read.js'

export const zhCn: ReadWords = {
  language: 'zh',
  usage: '用法：gangmu <命令> [选项]',
  commands: {
    read: '修复并研读文件，不需要数据库',
    compare: '对照新旧两份文件，看承诺有何变化',
    start: '以地方包的演示数据启动',
    serve: '日常使用时启动',
    pack: '检查地方包：gangmu pack check 文件夹',
  },
  more: 'gangmu <命令> --help 查看详细说明。',
  unknownCommand: (name) => `没有“${name}”这个命令。gangmu --help 列出全部命令。`,
  summary: '修复并研读 .txt、.html、.docx、.pdf 文件，不需要数据库。',
  options: {
    files: '文件，或要从中查找此类文件的文件夹',
    json: '每行一条摘录，JSON 格式',
    restored: '只输出修复后的文字',
    repairs: '输出全部修复，JSON 格式',
    out: '为每个文件在此文件夹写入 <名称>.jsonl 与 <名称>.txt；再次运行会接着上次研读',
    pack: '研读时采用哪个地方包的名称：packs/ 中的名字，或文件夹',
    maxMb: '文件大小上限，单位 MB（默认 20）',
    model: '另请环境变量 GANGMU_MODEL_… 所设的模型提出摘录（文字会发往该服务器）',
    jobs: '与 --out 合用：同时研读几份文件（默认与处理器个数相同）',
    help: '显示此说明',
  },
  headings: { usage: '用法：', arguments: '参数：', options: '选项：' },
  noFiles: '请至少给出一个文件或文件夹。gangmu read --help 查看详细说明。',
  unknownOption: (option) => `没有 ${option} 这个选项。gangmu read --help 列出全部选项。`,
  noArgument: (option) => `${option} 之后须给出值。gangmu read --help 查看详细说明。`,
  oneOf: '--json、--restored、--repairs 只能选一个。',
  noNumber: (given) => `--max-mb 须为大于 0、不超过 1024 的数，而不是“${given}”。`,
  noJobs: (given) => `--jobs 须为 1 至 256 的整数，而不是“${given}”。`,
  jobsForOut:
    '--jobs 只与 --out 合用，不与 --json、--restored、--repairs、--model 合用：后几种是逐份研读的。',
  reading: (done, all, name) => `研读 ${done}/${all}  ${name}`,
  kinds: {
    entity: '主体',
    quantity: '数量',
    milestone: '节点',
    project: '项目',
    agreement: '协议',
    action: '任务',
    relation: '关系',
  },
  slogan: '表态',
  measures: { deliverable: '成果', target: '目标值', date: '期限', owner: '责任主体' },
  repairKinds: {
    charset: '编码',
    entity: 'HTML 实体',
    pinyin: '夹入的拼音',
    'shifted-run': '错位字节',
    script: '繁体字',
    variant: '异体字',
    promo: '被替换的词',
    punctuation: '标点',
    quotes: '引号',
    spacing: '空格',
    'line-break': '断行',
    moved: '移位',
    removed: '删去',
  },
  columns: {
    kind: '类别',
    what: '数值、期限',
    actor: '责任主体',
    lacks: '缺',
    quote: '原句',
    file: '文件',
    repairs: '修复',
  },
  repairs: '修复',
  none: '没有摘录。',
  done: '已完成',
  list: '、',
  colon: '：',
  pictures: (pages) => `第 ${pages} 页是图片，未能研读：需先做文字识别（OCR）。`,
  undecoded: (count) => `有 ${count} 个字符无法解码，以 \uFFFD 表示。`,
  amount: chineseAmount,
  units: {
    CNY: '元',
    USD: '美元',
    EUR: '欧元',
    HKD: '港元',
    JPY: '日元',
    m2: '平方米',
    ha: '公顷',
    km: '公里',
    m: '米',
    m3: '立方米',
    t: '吨',
    kg: '千克',
    kWh: '千瓦时',
    kW: '千瓦',
    MW: '兆瓦',
    百分点: '个百分点',
    月: '个月',
  },
  refusals: {
    'document.not-found': () => '没有这个文件或文件夹。请检查路径。',
    'document.none-here': (it) => `此文件夹中没有可读的文件。可读的有：${it['accepted']}。`,
    'document.not-readable': (it) => `无法打开此文件（${it['reason']}）。请检查读取权限。`,
    'document.empty': () => '文件中没有文字。请检查是否保存或下载完整。',
    'document.too-large': (it) =>
      it['pages'] === undefined
        ? `文件大小为 ${megabytes(it['size'])}，上限为 ${megabytes(it['limit'])}。请拆分文件，或用 --max-mb 提高上限。`
        : `文件有 ${it['pages']} 页，上限为 ${it['limit']} 页。请拆分文件。`,
    'document.not-docx': (it) =>
      `文件名是 Word 文件，内容却不是（${it['found']}）。请用 Word 或 WPS 打开并另存为 .docx。`,
    'document.encrypted': () => '文件设有密码。请去除密码后另存再试。',
    'document.pictures-only': (it) => `全部 ${it['pages']} 页都是图片，没有文字。请先做文字识别（OCR）。`,
    'document.unknown-charset': () => '无法判定字符编码。请另存为 UTF-8 或 GB18030 再试。',
    'document.unsupported': (it) => `不读此类文件（${it['found']}）。请另存为：${it['accepted']}。`,
    'document.broken': (it) => `文件损坏或不完整（${it['detail']}）。请重新下载，或打开后另存。`,
    'document.archive-bomb': (it) =>
      `文件解压后会超出限制（${it['cap']} ${it['found']}，允许 ${it['limit']}）。请用 Word 或 WPS 打开，删去嵌入内容后另存。`,
    'document.timeout': (it) =>
      `读取超过 ${Number(it['milliseconds']) / 1000} 秒，已中止。请拆分文件，或另存为纯文本。`,
    'document.memory': (it) => `读取占用内存达到 ${it['megabytes']} MB，已中止。请拆分文件，或另存为纯文本。`,
    'document.unreadable': (it) =>
      `研读这份文件时出错（${it['detail']}）。其他文件不受影响；请把这份文件交给管理员。`,
    'output.not-writable': (it) => `无法写入输出文件夹（${it['reason']}）。请用 --out 另选文件夹。`,
    'output.over-source': (it) => `写入 ${it['out']} 会覆盖此文件。请用 --out 另选文件夹。`,
    'output.in-use': (it) =>
      `另一次运行（进程 ${it['pid']}）正在写入此文件夹。请等它结束，或用 --out 另选文件夹。`,
    'output.not-ours': () =>
      '此文件夹中的 manifest.jsonl 不是 Gangmu 的文件。请将其移走，或用 --out 另选文件夹。',
    'output.is-source': () => '结果若写入被研读的文件夹，下次会被当作文件研读。请用 --out 另选文件夹。',
    'pack.not-found': (it) => `没有这个地方包。可用的有：${it['known']}；也可给出文件夹。`,
  },
}

/** 万 and 亿 as people write them. */
function chineseAmount(value: number): string {
  const size = Math.abs(value)
  const [scale, unit] = size >= 1e8 ? [1e8, '亿'] : size >= 1e4 ? [1e4, '万'] : [1, '']
  return `${Number((value / scale).toFixed(4))}${unit}`
}
