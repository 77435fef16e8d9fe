/** What an aggregator's page does to a text: spaces at every border, straight quotes, empty lines, controls. */
export function portal(text: string): string {
  const body = text
    .replace(/[“”]/g, '"')
    .replace(
      /(?<=[\u4e00-\u9fff，。、；：！？,;:!?])(?=[\dA-Za-z"])|(?<=[\dA-Za-z%"])(?=[\u4e00-\u9fff])/g,
      ' ',
    )
    .split('\n')
    .map((line) => (/^[\u4e00-\u9fff]{2,3}$/.test(line) ? [...line].join(' ') : line))
    .join('\n\n')
  return `${body}\n\n相关标签\n\n相关推荐\n评论\n评论已全部显示\n取消\n\n登录账号参与评论`
}
