/** Version of the reading rules: changes whenever a rule or a word list may find something else. */
export const readingRules = 'reading-4'
