import { pattern } from '../pattern/pattern.js'

/** Offices, with the organ each heads where its name is not said before it. */
export const offices: readonly (readonly [title: string, organ: string | null])[] = [
  ['党工委书记', '党工委'],
  ['市委书记', '市委'],
  ['区委书记', '区委'],
  ['县委书记', '县委'],
  ['省委书记', '省委'],
  ['管委会主任', '管委会'],
  ['代市长', '市政府'],
  ['代区长', '区政府'],
  ['市长', '市政府'],
  ['区长', '区政府'],
  ['县长', '县政府'],
  ['省长', '省政府'],
]
/** What may follow a person's name. */
export const afterPerson = pattern(
  /^(?:说|表示|强调|指出|要求|提出|主持|参加|出席|介绍|来到|实地|率|在|与|和|赴|一行|作|深入|讲话|详细|走进|先后|认为|同时|希望|调研|致辞|、|，|。|代表|宣布|会见|察看)/u,
)
/** Two-character surnames; with them a name has three or four characters. */
export const longSurnames = pattern(/^(?:欧阳|上官|司马|诸葛|皇甫|尉迟|公孙|慕容|司徒|令狐|东方|夏侯)/u)
