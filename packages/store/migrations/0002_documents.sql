create table blob (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bytea not null
);
comment on table blob is 'Received bytes, found by their hash, kept once.';

create table document (
  id uuid primary key,
  name text not null,
  sha256 text not null references blob,
  bytes integer not null,
  media_type text not null,
  charset text,
  received_by text not null references unit,
  received_by_person text not null,
  received_at timestamptz not null,
  received_on date not null,
  text text not null,
  state text not null check (state in ('received', 'reading', 'read', 'refused')),
  attempts integer not null default 0,
  refusal jsonb,
  restoration uuid,
  reading uuid,
  title text,
  dated text,
  publisher text,
  duty_units text[] not null default '{}',
  open integer not null default 0,
  unique (received_by, sha256)
);
comment on table document is 'A file a unit received. Bytes and text never change; state, reading and title are of its newest reading.';
comment on column document.open is 'Duties of its newest reading that nobody decided on yet; changes with every decision.';
comment on column document.duty_units is 'Units that owe or handed out a duty from it: they may read it.';
create index document_pending on document (received_at) where state in ('received', 'reading');

create table restoration (
  id uuid primary key,
  document uuid not null references document,
  rules text not null,
  refused jsonb not null,
  text text not null,
  edits jsonb not null,
  repairs jsonb not null,
  at timestamptz not null
);
comment on table restoration is 'The text one set of rules restored, without the repairs a person refused.';
create index restoration_document on restoration (document);

create table reading (
  id uuid primary key,
  document uuid not null references document,
  restoration uuid not null references restoration,
  rules text not null,
  facts jsonb not null,
  at timestamptz not null
);
comment on table reading is 'What one version of the rules found in one restored text. New rules make a new reading.';
create index reading_document on reading (document);

create table finding (
  id uuid primary key,
  document uuid not null references document,
  reading uuid not null references reading,
  origin uuid not null,
  ordinal integer not null,
  rule text not null,
  kind text not null,
  anchor jsonb not null,
  body jsonb not null,
  unique (reading, ordinal)
);
comment on table finding is 'A candidate with its sentence.';
comment on column finding.origin is 'The finding it continues from an earlier reading, or itself: decisions follow it.';
create index finding_origin on finding (origin);

create table decision (
  finding_origin uuid not null,
  seq integer not null,
  finding uuid not null references finding,
  decision text not null check (decision in ('confirm', 'edit', 'reject', 'reopen')),
  body jsonb,
  theme text,
  commitment uuid,
  by_person text not null,
  by_name text not null,
  behalf text not null references unit,
  at timestamptz not null,
  by_load boolean not null,
  request uuid not null,
  entry bigint not null,
  primary key (finding_origin, seq)
);
comment on table decision is 'What people decided about a finding, in order; the last one holds.';

create table repair_refusal (
  document uuid not null references document,
  seq integer not null,
  key text not null,
  refused boolean not null,
  by_person text not null,
  by_name text not null,
  at timestamptz not null,
  request uuid not null,
  entry bigint not null,
  primary key (document, seq)
);
comment on table repair_refusal is 'A person refused a repair, or took the refusal back.';
