import type {
  Certainty,
  CommitmentKind,
  FindingKind,
  Leg,
  Light,
  LightReason,
  LinkKind,
  Measure,
  quantityForms,
  RepairKind,
  Role,
  UnitKind,
  State,
  Verb,
} from '@gangmu/core'

export const n = (value: unknown): string => String(value ?? '—')
export const count = (many: number, one: string, more = `${one}s`): string =>
  `${many} ${many === 1 ? one : more}`
export const size = (bytes: number): string =>
  bytes < 1024
    ? count(bytes, 'byte')
    : bytes < 1048576
      ? `${(bytes / 1024).toFixed(1)} KB`
      : `${(bytes / 1048576).toFixed(1)} MB`

const digits = new Intl.NumberFormat('en-US', { maximumFractionDigits: 3 })
const short = new Intl.NumberFormat('en-US', {
  notation: 'compact',
  compactDisplay: 'long',
  maximumSignificantDigits: 12,
})

export const unitName = (unit: string): string => unit.replace('m2', 'm²')

/** A value in its unit: 220 billion CNY, 6.5%, 46,000 mu. Codes of units are the reader's. */
export const amount = (value: number, unit: string): string => {
  const figure = Math.abs(value) >= 1e6 ? short.format(value) : digits.format(value)
  return unit === '' || unit === '%' ? `${figure}${unit}` : `${figure} ${unitName(unit)}`
}

export const verbs: Record<Verb, string> = {
  create: 'Create',
  assign: 'Assign',
  accept: 'Accept',
  return: 'Return',
  report: 'Report',
  check: 'Check',
  close: 'Close',
  adjust: 'Adjust',
  cascade: 'Cascade',
  transfer: 'Transfer',
  suspend: 'Suspend',
  resume: 'Resume',
  withdraw: 'Withdraw',
  escalate: 'Urge',
  object: 'Object',
}
export const commitmentStates: Record<State, string> = {
  draft: 'to assign',
  assigned: 'to accept',
  returned: 'returned',
  accepted: 'under way',
  reported: 'to check',
  checked: 'to close',
  closed: 'closed',
  suspended: 'suspended',
  withdrawn: 'withdrawn',
}
export const sides: Record<'issuer' | 'owner', string> = { issuer: 'issuing unit', owner: 'owning unit' }

/** The words of the domain. */
export const terms = {
  roles: { office: 'office', auditor: 'auditor', administrator: 'administrator' } satisfies Record<
    Role,
    string
  >,
  unitKinds: {
    province: 'province',
    city: 'city',
    district: 'board',
    town: 'town or street',
    village: 'village',
    zone: 'functional zone',
    park: 'park',
    department: 'department',
    soe: 'state-owned enterprise',
    enterprise: 'enterprise',
    institute: 'institute',
    community: 'community',
  } satisfies Record<UnitKind, string>,
  linkKinds: {
    'part-of': 'part of',
    covers: 'covers',
    member: 'member of',
    'located-in': 'located in',
    leads: 'leads',
    funds: 'funds',
    develops: 'develops',
    operates: 'operates',
    'party-to': 'party to',
  } satisfies Record<LinkKind, string>,
  certainties: { high: 'certain', medium: 'likely', low: 'doubtful' } satisfies Record<Certainty, string>,
  legs: { zone: 'zone', town: 'town or street', soe: 'state-owned enterprise' } satisfies Record<Leg, string>,
  lights: { green: 'green', yellow: 'yellow', red: 'red', grey: 'grey' } satisfies Record<Light, string>,
  lightWord: 'Light',
  lightReasons: {
    closed: () => 'closed',
    withdrawn: () => 'withdrawn',
    suspended: () => 'suspended',
    undispatched: () => 'not yet assigned',
    overdue: (days) => `${count(days ?? 0, 'day')} overdue`,
    'not-accepted': (days) => `not accepted for ${count(days ?? 0, 'day')}`,
    'due-soon': (days) => (days === 0 ? 'due today' : `due in ${count(days ?? 0, 'day')}`),
    stale: (days) => `no report for ${count(days ?? 0, 'day')}`,
    'no-date': () => 'no due date',
    'on-course': () => 'on course',
  } satisfies Record<LightReason, (days: number | null) => string> as Record<
    LightReason,
    (days: number | null) => string
  >,
  commitmentStates,
  commitmentKinds: { target: 'target', milestone: 'milestone', action: 'action' } satisfies Record<
    CommitmentKind,
    string
  >,
  verbs,
  sides,
  comparators: { '=': '', '>': 'over ', '>=': 'at least ', '<': 'under ', '<=': 'at most ', '~': 'about ' },
  documentStates: { received: 'received', reading: 'being read', read: 'read', refused: 'not readable' },
  findingKinds: {
    entity: 'name',
    quantity: 'quantity',
    milestone: 'milestone',
    project: 'project',
    agreement: 'agreement',
    action: 'action',
    relation: 'relation',
  } satisfies Record<FindingKind, string>,
  findingLetters: {
    entity: 'N',
    quantity: 'Q',
    milestone: 'M',
    project: 'P',
    agreement: 'G',
    action: 'A',
    relation: 'R',
  } satisfies Record<FindingKind, string>,
  /** Entity types of findings, and relation types beyond the links of the register. */
  entityTypes: {
    division: 'administrative division',
    organization: 'organisation',
    zone: 'functional zone',
    park: 'park',
    soe: 'state-owned enterprise',
    enterprise: 'enterprise',
    institute: 'institute',
    university: 'university',
    carrier: 'facility',
    project: 'project',
    programme: 'programme',
    policy: 'policy',
    mechanism: 'mechanism',
    agreement: 'agreement',
    person: 'person',
  } as Readonly<Record<string, string>>,
  findingFields: {
    type: 'Type',
    name: 'Name',
    aka: 'Also known as',
    canonical: 'Full name',
    within: 'Within',
    unit: 'Unit',
    role: 'Role',
    actor: 'Responsible body',
    indicator: 'Indicator',
    value: 'Value',
    raw: 'As written',
    comparator: 'Comparison',
    period: 'Period',
    periodStart: 'Period from',
    periodEnd: 'Period to',
    hedge: 'Hedge',
    form: 'Form',
    threshold: 'Condition',
    subject: 'Subject',
    event: 'Event',
    due: 'Due',
    dueText: 'Due, as written',
    status: 'Status',
    investmentCny: 'Investment (CNY)',
    location: 'Location',
    parties: 'Parties',
    theme: 'Theme',
    text: 'Content',
    modality: 'Modality',
    operational: 'Operational',
    from: 'From',
    to: 'To',
  },
  quantityRoles: { target: 'target', fact: 'fact', estimate: 'estimate' },
  quantityForms: {
    numeric: 'numeric',
    directional: 'directional',
    rank: 'rank',
    'rank-qualitative': 'rank, in words',
    ordinal: 'ordinal',
    'order-of-magnitude': 'order of magnitude',
    derived: 'derived',
  } satisfies Record<(typeof quantityForms)[number], string>,
  modalities: { instruction: 'instruction', commitment: 'pledge' },
  milestoneStatuses: { planned: 'planned', done: 'done' },
  measures: {
    deliverable: 'deliverable',
    target: 'target',
    date: 'date',
    owner: 'responsible body',
  } satisfies Record<Measure, string>,
  decisions: { confirm: 'Confirm', edit: 'Edit', reject: 'Reject', reopen: 'Reopen' },
  decided: { confirm: 'confirmed', edit: 'edited, to confirm', reject: 'rejected' },
  repairKinds: {
    charset: 'character encoding',
    entity: 'HTML entity',
    pinyin: 'inserted pinyin',
    'shifted-run': 'shifted bytes',
    script: 'traditional to simplified',
    variant: 'variant character',
    promo: 'promotional word',
    punctuation: 'punctuation width',
    quotes: 'quotation marks',
    spacing: 'spacing',
    'line-break': 'line break',
    moved: 'moved',
    removed: 'removed',
  } satisfies Record<RepairKind, string>,
}
