import type { State, Verb } from '@gangmu/core'
import type { Facts } from './words.js'
import { commitmentStates, n, sides, size, verbs } from './zh-cn-terms.js'

/** What each refusal says, and how to mend it. */
export const zhCnRefusals: Readonly<Record<string, (facts: Facts) => string>> = {
  'access.denied': () => '您的岗位不能做这件事。请由该单位或其上级的经办人办理。',
  'access.signed-out': () => '登录已过期，请重新登录。',
  'commitment.unknown': () => '没有这一事项，或您的岗位看不到它。',
  'commitment.not-in-this-state': (f) =>
    `现在是“${commitmentStates[f['state'] as State] ?? n(f['state'])}”，还不能${verbs[f['verb'] as Verb] ?? n(f['verb'])}。`,
  'commitment.not-your-side': (f) =>
    `只有${sides[f['side'] as 'issuer'] ?? n(f['side'])}的经办人能${verbs[f['verb'] as Verb] ?? n(f['verb'])}。`,
  'commitment.children-living': (f) => `还有 ${n(f['living'])} 项下级事项没有办结或撤销，请先处理它们。`,
  'commitment.own-report': () => '自己反馈的由另一人复核，请交给同单位的其他经办人。',
  'commitment.changed': () => '别人先做了改动。请看过变化后再提交，您填写的内容还在。',
  'commitment.not-below': (f) => `${n(f['ownerName'] ?? f['owner'])}不在您单位的下级范围内，请另选承办单位。`,
  'commitment.unknown-evidence': () => '有佐证文件没有传上来，请移除后重新添加。',
  'evidence.empty': () => '这个文件是空的，请另选一个。',
  'evidence.too-large': (f) =>
    `文件太大${f['limit'] === undefined ? '' : `（上限 ${size(Number(f['limit']))}）`}，请压缩或拆分后再传。`,
  'evidence.unknown': () => '没有这个佐证文件。',
  'unit.unknown': () => '没有这个主体，或它在这一天还不存在。',
  'theme.unknown': () => '没有这个主题，请重新选择。',
  'document.empty': () => '文件是空的。请检查后重新导出再传。',
  'document.too-large': (f) =>
    `文件${f['size'] === undefined ? '' : ` ${size(Number(f['size']))}，`}超过上限${f['limit'] === undefined ? '' : ` ${size(Number(f['limit']))}`}。请拆分后再传，或请管理员调高上限。`,
  'document.unsupported': () => '认不出这种文件。请另存为 .txt、.html、.docx 或 .pdf 再传。',
  'document.not-docx': () => '这不是 Word 文档，只是改了扩展名。请用 Word 另存为 .docx 再传。',
  'document.encrypted': () => '文件有密码。请先解除密码再传。',
  'document.pictures-only': () => '这份 PDF 全是图片，没有文字。请先做文字识别（OCR）再传。',
  'document.unknown-charset': () => '认不出文字编码。请另存为 UTF-8 文本再传。',
  'document.broken': () => '文件已损坏，打不开。请重新下载或导出再传。',
  'document.archive-bomb': () => '文件解压后超出限制。请用 Word 或 WPS 打开，删去嵌入内容后另存再传。',
  'document.timeout': () => '读取时间过长，已中止。请拆分文件，或另存为纯文本再传。',
  'document.memory': () => '读取占用内存过多，已中止。请拆分文件，或另存为纯文本再传。',
  'document.unknown': () => '没有这份文件，或您的岗位看不到它。',
  'document.unknown-repair': () => '没有这处复原，页面可能已更新，请重新载入。',
  'document.decided': () => '已有摘录经过审阅，不能再改复原。请先把这些摘录重新打开。',
  'finding.unknown': () => '没有这条摘录，文件可能已重新研读，请重新载入。',
  'finding.other-kind': () => '修改时不能换类别；请不采用这一条，另行认定。',
  'finding.decided': () => '这条摘录已有结论。要改，请先重新打开。',
  'finding.has-duties': () => '由它立项的事已经交办，不能重新打开。请先撤销那项事。',
  'anchor.not-in-text': () => '出处与文本对不上，页面可能已更新，请重新载入。',
  'file.too-many': () => '一次只能传一个文件。',
  'commitment.no-target': () =>
    '上级事项没有目标值，下级的一份不能带数值。请去掉数值，或先由交办单位调整目标。',
  'commitment.same-owner': () => '它已经由这个单位承办，请另选单位。',
  'commitment.twice': () => '同一事项在名单里出现了两次，请去掉一次。',
  'document.changed': () => '别人正在改这份文件，请重新载入后再试。',
  'document.unreadable': () => '研读这份文件时出错，已跳过。请把文件交给管理员。',
  'document.which-unit': () => '您在几个单位任职，请选择为哪个单位收文。',
  'finding.no-body': () => '没有收到修改内容，请重新编辑后保存。',
  'request.reused': () => '这次提交的编号已用过，请重新载入后再提交。',
  'request.invalid': (f) => `有一项填写不合要求（${n(f['path'])}），请改正后再提交。`,
  'request.foreign-origin': () => '此页不是从本系统打开的。请打开本系统的地址后再试。',
  'request.too-many': () => '操作过于频繁，请等一分钟再试；已填写的内容会保留。',
  'session.none': () => '登录已过期，请重新登录。',
  'place.not-loaded': () => '尚未载入地方包。请管理员先用地方包启动系统。',
  'route.unknown': () => '页面与服务器版本不一致，请重新载入页面。',
  'server.busy': () => '服务器正忙，请稍后再试；已填写的内容会保留。',
  'server.fault': (f) => `程序出错，不是您的操作问题。请把编号 ${n(f['correlation'])} 告诉管理员。`,
}
