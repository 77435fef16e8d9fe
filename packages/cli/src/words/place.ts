import type { Refusal } from '@gangmu/core'
import type { Language } from './language.js'
import { modelSentences } from './model.js'
import { packSentences } from './pack.js'
import { readWords, refusalSentence } from './read.js'
import type { Sentences } from './sentence.js'

/** What `start`, `serve` and `pack check` say. */
export interface PlaceWords {
  readonly usage: (command: string) => readonly string[]
  readonly simulated: string
  readonly making: string
  readonly read: (name: string, done: number, all: number) => string
  readonly unread: (name: string, done: number, all: number) => string
  readonly accepted: (commitments: number, dispatched: number) => string
  readonly notReceived: (name: string) => string
  readonly ready: (seconds: number) => string
  readonly address: string
  readonly demo: (password: string) => string
  readonly columns: readonly [string, string, string, string]
  readonly roles: Readonly<Record<'office' | 'auditor' | 'administrator', string>>
  readonly setup: (token: string) => string
  readonly stop: string
  readonly stopping: string
  readonly noScreen: string
  readonly packGood: (name: string, facts: PackFacts) => string
  readonly packBad: (count: number) => string
  readonly refused: (count: number) => string
}

export interface PackFacts {
  readonly units: number
  readonly links: number
  readonly people: number
  readonly documents: number
}

const zh: PlaceWords = {
  usage: (command) => [
    `用法：gangmu ${command} [选项]`,
    '',
    '  --pack 名称|文件夹        地方包（默认 yunze）',
    '  --documents 文件|文件夹…  接收并研读这些文件，不用地方包自带的',
    '  --accept                  研读后即确认并交办（标明“由装载”）',
    '  --data 文件夹             数据文件夹（默认 GANGMU_DATA，否则 ./data 或 ./data-<地方包>）',
    '  --host 地址               监听地址（默认 127.0.0.1）',
    '  --port 端口               监听端口（默认 4180；0 为任一空闲端口）',
    '  --max-mb 兆字节           单个文件的上限（默认 20）',
    '  --no-demo                 不建演示账号，不装载演示文件',
    '  --demo-on-network         允许他人从网络访问演示（演示密码是公开的）',
    '  --behind-proxy            前有一层自己的反向代理：采信其 X-Forwarded-* 头',
    '',
    '环境变量 DATABASE_URL=postgres://… 改用 PostgreSQL 服务器（15 或更新）；GANGMU_TRUST_PROXY=1 同 --behind-proxy。',
    'GANGMU_MODEL_URL、GANGMU_MODEL_KEY、GANGMU_MODEL_NAME 三个都设时，另请模型提出摘录，由人认定；不设则不联网。',
  ],
  simulated: '模拟：此地及其人员、数字均为虚构',
  making: '正在建立数据库……',
  read: (name, done, all) => `已读 ${done}/${all}  ${name}`,
  unread: (name, done, all) => `未能研读 ${done}/${all}  ${name}；原因见其页面`,
  accepted: (commitments, dispatched) =>
    `演示数据：已由装载确认 ${commitments} 项，交办 ${dispatched} 项（均标明“由装载”）`,
  notReceived: (name) => `未能接收 ${name}：`,
  ready: (seconds) => `已就绪，用时 ${seconds.toFixed(1)} 秒`,
  address: '打开',
  demo: (password) => `演示账号，密码均为 ${password}`,
  columns: ['用户名', '姓名', '单位', '身份'],
  roles: { office: '经办', auditor: '审计（只读）', administrator: '系统管理' },
  setup: (token) =>
    `尚无账号。一次性设置口令（token，用后即失效，见 docs/decisions/0008-sign-in.md）: ${token}`,
  stop: '按 Ctrl+C 停止，数据保留。',
  stopping: '正在停止……',
  noScreen: '界面尚未构建：先运行 npm run build。现在只有接口可用。',
  packGood: (name, it) =>
    `${name}：${it.units} 个主体、${it.links} 条关系、${it.people} 名人员、${it.documents} 份文件，没有缺陷。`,
  packBad: (count) => `地方包有 ${count} 处缺陷：`,
  refused: (count) => (count === 1 ? '未能继续：' : `未能继续，原因 ${count} 条：`),
}

const en: PlaceWords = {
  usage: (command) => [
    `Usage: gangmu ${command} [options]`,
    '',
    '  --pack NAME|DIR         the pack (default yunze)',
    '  --documents FILE|DIR…   receive and read these instead of the documents of the pack',
    '  --accept                confirm and dispatch what is found in them, marked as done by the load',
    '  --data DIR              data folder (default GANGMU_DATA, else ./data or ./data-<pack>)',
    '  --host ADDRESS          where to listen (default 127.0.0.1)',
    '  --port PORT             port to listen on (default 4180; 0 is any free one)',
    '  --max-mb NUMBER         largest file to take, in MB (default 20)',
    '  --no-demo               no demo accounts and no demo documents',
    '  --demo-on-network       let others reach a demo, whose password is public',
    '  --behind-proxy          one proxy of ours stands in front: believe its X-Forwarded-* headers',
    '',
    'DATABASE_URL=postgres://… in the environment uses a PostgreSQL server (15 or newer);',
    'GANGMU_TRUST_PROXY=1 is the same as --behind-proxy. With GANGMU_MODEL_URL, GANGMU_MODEL_KEY and GANGMU_MODEL_NAME',
    'a model proposes findings as well, for people to decide on; without them nothing is sent anywhere.',
  ],
  simulated: '模拟 Simulated: this place, its people and its figures are invented',
  making: 'Making the database …',
  read: (name, done, all) => `Read ${done}/${all}  ${name}`,
  unread: (name, done, all) => `Could not read ${done}/${all}  ${name}; its page says why`,
  accepted: (commitments, dispatched) =>
    `Demo: the load confirmed ${commitments} commitments and dispatched ${dispatched}; each is marked so`,
  notReceived: (name) => `Could not receive ${name}:`,
  ready: (seconds) => `Ready after ${seconds.toFixed(1)} s`,
  address: 'Open',
  demo: (password) => `Demo accounts, the password of all is ${password}`,
  columns: ['User name', 'Name', 'Unit', 'Role'],
  roles: { office: 'office', auditor: 'auditor (reads all)', administrator: 'administrator' },
  setup: (token) =>
    `There is no account yet. One-time setup token (docs/decisions/0008-sign-in.md): ${token}`,
  stop: 'Ctrl+C stops it; the data stays.',
  stopping: 'Stopping …',
  noScreen: 'The screen is not built: run npm run build. For now only the interface answers.',
  packGood: (name, it) =>
    `${name}: ${it.units} units, ${it.links} links, ${it.people} people, ${it.documents} documents, no defect.`,
  packBad: (count) => `The pack has ${count} ${count === 1 ? 'defect' : 'defects'}:`,
  refused: (count) => (count === 1 ? 'Refused:' : `Refused, for ${count} reasons:`),
}

export const placeWords: Readonly<Record<Language, PlaceWords>> = { zh, en }

/** What a refusal means and what to do about it, by code. A code without a sentence is shown as it is. */
const sentences: Sentences = {
  ...packSentences,
  ...modelSentences,
  'call.wrong': [(it) => `命令写法不对：${it['reason']}`, (it) => `Wrong call: ${it['reason']}`],
  'server.port-in-use': [
    (it) =>
      it['gangmu'] === true
        ? `纲目已在运行：打开 http://${it['host']}:${it['port']}。要另开一个，请用 --port ${it['other']} 和另一个 --data 文件夹。`
        : `端口 ${it['port']} 已被占用。换一个端口再试：--port ${it['other']}`,
    (it) =>
      it['gangmu'] === true
        ? `Gangmu runs there already: open http://${it['host']}:${it['port']}. For another one, use --port ${it['other']} and another --data folder.`
        : `Port ${it['port']} is in use. Choose another: --port ${it['other']}`,
  ],
  'server.cannot-listen': [
    (it) => `无法在 ${it['host']}:${it['port']} 上监听（${it['reason']}）。检查 --host 与 --port。`,
    (it) => `Cannot listen on ${it['host']}:${it['port']} (${it['reason']}). Check --host and --port.`,
  ],
  'server.demo-on-network': [
    (it) =>
      `演示账号的密码是公开的，不能经 ${it['host']} 或代理对外提供。请用 --no-demo 新建（另选 --data 文件夹）；确要公开演示，请加 --demo-on-network。`,
    (it) =>
      `The password of the demo is public: it is not served on ${it['host']} or through a proxy. Begin a place with --no-demo in another --data folder; to show the demo to others all the same, add --demo-on-network.`,
  ],
  'documents.not-found': [() => '没有这个文件或文件夹。', () => 'There is no such file or folder.'],
  'documents.none-here': [
    () => '此文件夹中没有可读的文件（.txt .html .docx .pdf）。',
    () => 'No readable file (.txt .html .docx .pdf) is in this folder.',
  ],
  'pack.changed': [
    (it) =>
      `这里已装载地方包 ${it['loaded']}（版本 ${it['loadedVersion']}），与 ${it['given']}（版本 ${it['givenVersion']}）不同。用 --data 另选文件夹。`,
    (it) =>
      `The pack ${it['loaded']} (version ${it['loadedVersion']}) is loaded here; ${it['given']} (version ${it['givenVersion']}) differs. Choose another folder with --data.`,
  ],
  'data.in-use': [
    (it) => `此数据文件夹正由另一进程（${it['pid']}）使用。先停止它，或用 --data 另选文件夹。`,
    (it) =>
      `Another process (${it['pid']}) uses this data folder. Stop it first, or choose another with --data.`,
  ],
  'data.other-pack': [
    (it) => `此数据文件夹属于地方包 ${it['holds']}，不是 ${it['asked']}。用 --data 另选文件夹。`,
    (it) =>
      `This data folder belongs to the pack ${it['holds']}, not ${it['asked']}. Choose another with --data.`,
  ],
  'data.not-ours': [
    (it) => `此文件夹不是纲目的数据文件夹（${it['reason']}）。选一个空文件夹，或尚不存在的文件夹。`,
    (it) => `This folder is not a data folder of Gangmu (${it['reason']}). Choose an empty one or a new one.`,
  ],
  'data.newer': [
    () => '此数据文件夹由较新的版本写成。请升级纲目。',
    () => 'This data folder was written by a newer version. Upgrade Gangmu.',
  ],
  'data.not-writable': [
    (it) => `无法写入此数据文件夹（${it['reason']}）。`,
    (it) => `This data folder cannot be written (${it['reason']}).`,
  ],
  'database.no-embedded': [
    (it) =>
      `无法在本机（${it['platform'] ?? it['reason']}）启动自带的数据库（${it['reason']}）。请用 DATABASE_URL=postgres://… 指定 PostgreSQL 15 或更新的服务器。`,
    (it) =>
      `The embedded database does not run on this machine (${it['platform'] ?? it['reason']}: ${it['reason']}). Name a PostgreSQL server, 15 or newer: DATABASE_URL=postgres://…`,
  ],
  'database.start-failed': [
    (it) => `数据库启动失败：${it['log']}`,
    (it) => `The database did not start: ${it['log']}`,
  ],
  'database.stuck': [
    () => '此数据文件夹中仍有无法停止的数据库进程。请结束这些进程后再试。',
    () => 'A database process in this data folder does not stop. End it, then try again.',
  ],
  'database.unreachable': [
    (it) => `连不上数据库（${it['reason']}）。检查 DATABASE_URL。`,
    (it) => `The database cannot be reached (${it['reason']}). Check DATABASE_URL.`,
  ],
  'database.too-old': [
    (it) => `数据库版本是 ${it['version']}，需要 ${it['needed']} 或更新。`,
    (it) => `The database is version ${it['version']}; ${it['needed']} or newer is needed.`,
  ],
  'database.newer': [
    (it) => `数据库已由较新的版本升级（${it['migration']}）。请升级纲目。`,
    (it) => `The database was brought forward by a newer version (${it['migration']}). Upgrade Gangmu.`,
  ],
  'database.not-allowed': [
    (it) =>
      `数据库账号无权建立所需的结构（${it['reason']}）。请管理员授予该库的 CREATE 权限，或换用库的所有者。`,
    (it) =>
      `The login may not make what is needed in this database (${it['reason']}). Have it granted CREATE, or use the owner of the database.`,
  ],
  'database.no-extension': [
    (it) =>
      `数据库服务器缺少扩展 btree_gist 或 pg_trgm（${it['reason']}）。请安装 PostgreSQL 的 contrib 软件包。`,
    (it) =>
      `The server lacks the extension btree_gist or pg_trgm (${it['reason']}). Install PostgreSQL’s contrib package there.`,
  ],
  'place.not-loaded': [
    () => '此数据库尚未装载地方包。请用 gangmu start --pack 或 gangmu serve --pack 指定一个。',
    () => 'No pack is loaded in this database. Name one: gangmu start --pack, or gangmu serve --pack.',
  ],
  'unit.unknown': [
    (it) => `没有主体 ${it['unit']}，或其今天已不存续。请检查 documents.json 的 receivedBy。`,
    (it) => `There is no unit ${it['unit']} today. Check receivedBy in documents.json.`,
  ],
  'database.migration-changed': [
    () => '已执行过的迁移文件被改动过。恢还原文件。',
    () => 'A migration that was applied has been edited since. Restore the file.',
  ],
}

/** A refusal for a person at a terminal: where, what, and what next. */
export function sentenceOf(it: Refusal, language: Language): string {
  const { code, path, facts } = it
  const pair = sentences[code]
  const said =
    pair === undefined ? refusalSentence(it, readWords[language]) : pair[language === 'zh' ? 0 : 1](facts)
  return [path, said, `[${code}]`].filter((it) => it !== '').join('  ')
}
