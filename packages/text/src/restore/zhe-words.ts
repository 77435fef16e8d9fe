/** Words in which 著 is 著; in a machine-converted text every other 著 was 着. */
export const keepsZhu: readonly string[] = `
著名 著作 著述 著者 著称 著书 著录 著文 著有 著译 著于 显著 昭著 卓著 名著 专著 论著 巨著 原著 编著 译著 合著 遗著
土著 新著 拙著 大著 所著 撰著 旧著 著论 著说 较著 彰著 素著 炳著 著成
`
  .split(/\s+/)
  .filter((word) => word !== '')

/** Words in which 著 can only be 着, also in a simplified text. */
export const meansZhe: readonly string[] = `
著力 著手 著眼 著重 著实 著急 著想 著落 著陆 著装 著色 沿著 随著 向著 朝著 本著 接著 顺著 对著 有著 意味著 承担著
肩负著 围绕著 面临著 蕴含著 凝聚著 标志著 伴随著 执著 沉著 穿著
`
  .split(/\s+/)
  .filter((word) => word !== '')
