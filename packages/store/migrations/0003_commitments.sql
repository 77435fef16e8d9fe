create table commitment (
  id uuid primary key,
  kind text not null check (kind in ('target', 'milestone', 'action')),
  title text not null,
  theme text references theme,
  state text not null,
  resumes_as text,
  issuer text not null references unit,
  owner text not null references unit,
  charge text,
  due date,
  target jsonb,
  finding uuid references finding,
  document uuid references document,
  parent uuid references commitment,
  accepted_by_load boolean not null,
  assigned_on date,
  last_report jsonb,
  closed_on date,
  escalations integer not null,
  seq integer not null,
  created_at timestamptz not null,
  title_key text collate "C" not null,
  search tsvector not null
);
comment on table commitment is 'Cache of the fold over commitment_action; may be rebuilt at any time.';
create index commitment_owner on commitment (owner, state);
create index commitment_issuer on commitment (issuer, state);
create index commitment_parent on commitment (parent);
create index commitment_document on commitment (document);
create index commitment_finding on commitment (finding);
create index commitment_theme on commitment (theme);
create index commitment_search on commitment using gin (search);

create table commitment_action (
  commitment uuid not null references commitment,
  seq integer not null check (seq >= 1),
  at timestamptz not null,
  on_day date not null,
  by_person text not null,
  by_name text not null,
  behalf text not null references unit,
  verb text not null,
  body jsonb not null,
  request uuid not null,
  entry bigint not null unique,
  primary key (commitment, seq)
);
comment on table commitment_action is 'What was done to a commitment, in order. Each line is also an entry of the ledger.';

create table evidence (
  sha256 text not null references blob,
  person text not null,
  name text not null,
  at timestamptz not null,
  primary key (sha256, person)
);
comment on table evidence is 'Who brought which file: a report may cite only files its author brought.';

create table request (
  id uuid primary key,
  person text not null,
  digest text not null,
  at timestamptz not null
);
comment on table request is 'Requests that were carried out: the same one again changes nothing.';
