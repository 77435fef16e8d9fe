create table entry (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  kind text not null,
  subject text not null,
  actor text not null,
  content text,
  nonce bytea check (length(nonce) = 32),
  commit bytea not null check (length(commit) = 32),
  check ((content is null) = (nonce is null))
);
comment on table entry is 'The ledger: one line per accepted action, in RFC 8785 canonical JSON.';
comment on column entry.commit is 'SHA-256(0x02 || nonce || content). Nonce and content can be erased while it stays.';
create index entry_subject on entry (subject, id);

create table entry_pending (
  entry bigint primary key references entry
);
comment on table entry_pending is 'Entries that have no place in the tree yet; the sequencer takes them away.';
