-- The place, its units and people. Plain SQL for PostgreSQL 15 and later; no schema is named, so that a region may
-- have a schema of its own.
create table place (
  "only" boolean primary key default true check ("only"),
  pack text not null,
  version text not null,
  hash text not null,
  manifest jsonb not null,
  units_version integer not null default 1,
  loaded_at timestamptz not null
);
comment on table place is 'One row: the pack this installation serves, and its manifest as it was loaded.';
comment on column place.units_version is 'Grows with every change of units or links; caches of who answers for whom hang on it.';

create table unit (
  id text primary key check (id ~ '^[a-z0-9][a-z0-9-]*$')
);
comment on table unit is 'An identity that never changes; everything else about a unit is dated and stands in unit_state.';

create table unit_state (
  unit text not null references unit,
  kind text not null,
  name text not null,
  aka text[] not null default '{}',
  code text,
  sort_key text collate "C" not null,
  basis jsonb not null,
  valid daterange not null,
  known tstzrange not null,
  constraint unit_state_once exclude using gist (unit with =, valid with &&, known with &&)
);
comment on table unit_state is 'What was true of a unit (valid) by what we knew (known). One state at any point of both clocks.';

create table link (
  id uuid primary key,
  kind text not null,
  from_unit text not null references unit,
  to_unit text not null references unit,
  basis jsonb not null,
  valid daterange not null,
  known tstzrange not null,
  constraint link_once exclude using gist (kind with =, from_unit with =, to_unit with =, valid with &&, known with &&)
);
comment on table link is 'A dated relation between two units, on both clocks.';

create table tile (
  unit text primary key references unit,
  col integer not null,
  row_no integer not null,
  unique (col, row_no)
);
comment on table tile is 'Where a town stands on the schematic map of hexagons.';

create table theme (
  id text primary key,
  parent text references theme,
  name text not null,
  words text[] not null default '{}',
  ordinal integer not null unique
);
comment on table theme is 'The plan tree, in the order of the pack.';

create table person (
  id uuid primary key,
  username text not null unique,
  name text not null,
  disabled boolean not null default false
);
comment on table person is 'Somebody who may sign in. Passwords are kept elsewhere.';

create table post (
  person uuid not null references person,
  unit text not null references unit,
  role text not null check (role in ('office', 'auditor', 'administrator')),
  valid daterange not null,
  constraint post_once exclude using gist (person with =, unit with =, role with =, valid with &&),
  -- Whoever keeps the accounts does not audit.
  constraint post_apart exclude using gist (person with =, valid with &&, (
    case role when 'auditor' then 1 when 'administrator' then 2 end
  ) with <>)
);
comment on table post is 'What a person is in a unit, and when. Auditor and administrator exclude each other.';
