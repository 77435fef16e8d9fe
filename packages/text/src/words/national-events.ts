/** Dated national events that documents cite. A document that cites one was written after it. */
export const nationalEvents: readonly (readonly [words: string, date: string])[] = [
  ['党的十九大', '2017-10-18'],
  ['党史学习教育', '2021-02-20'],
  ['建党100周年', '2021-07-01'],
  ['十九届六中全会', '2021-11-11'],
  ['党的二十大', '2022-10-16'],
  ['主题教育', '2023-04-03'],
  ['党纪学习教育', '2024-04-07'],
  ['二十届三中全会', '2024-07-18'],
  ['中央城市工作会议', '2025-07-15'],
  ['二十届四中全会', '2025-10-23'],
]
