-- What of its lower unit a relation takes: an exact part of a whole.
alter table link
  add column share_part integer not null default 1,
  add column share_whole integer not null default 1,
  add constraint link_share check (0 < share_part and share_part <= share_whole);
comment on column link.share_part is 'With share_whole: what of the lower unit counts for the upper one. 1 of 1 is all of it.';

create table reorganisation (
  id uuid primary key,
  title text not null,
  reason text not null,
  on_day date not null,
  steps jsonb not null,
  state text not null check (state in ('draft', 'published', 'undone')),
  seq integer not null check (seq >= 1),
  author text not null,
  author_name text not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  published_by text,
  published_by_name text,
  published_at timestamptz unique,
  effected_at timestamptz,
  undone_by text,
  undone_by_name text,
  undone_at timestamptz,
  touched text[] not null default '{}',
  constraint reorganisation_published check ((state = 'draft') = (published_at is null)),
  constraint reorganisation_undone check ((state = 'undone') = (undone_at is not null)),
  constraint reorganisation_once check (undone_at is null or effected_at is null)
);
comment on table reorganisation is 'A change of the map: steps drafted, published with a day of effect, undone before it.';
comment on column reorganisation.seq is 'Grows with every change; who saw an older one is refused.';
comment on column reorganisation.published_at is 'The instant on the known clock at which its rows of units and links begin, and the rows they correct end.';
comment on column reorganisation.effected_at is 'When duties, posts and documents of the units it ended went to their heirs: on its day, or at once where that is past.';
comment on column reorganisation.touched is 'Units whose rows it changed: who drafts about one of them meanwhile is told.';
create index reorganisation_due on reorganisation (on_day) where state = 'published' and effected_at is null;

create table lineage (
  reorganisation uuid not null references reorganisation,
  from_unit text not null references unit,
  to_unit text not null references unit,
  share_part integer not null,
  share_whole integer not null,
  on_day date not null,
  primary key (reorganisation, from_unit, to_unit),
  constraint lineage_share check (0 < share_part and share_part <= share_whole)
);
comment on table lineage is 'What of a unit goes on in which other since a day. Holds while its reorganisation stands published.';
create index lineage_from on lineage (from_unit);

create trigger append_only before update or delete or truncate on lineage
  for each statement execute function refuse_change();

do $$
declare
  app constant text := current_setting('gangmu.app_role');
begin
  if app = current_user then
    return;
  end if;
  execute format('revoke update, delete, truncate on lineage from %I', app);
  execute format('revoke delete, truncate on reorganisation from %I', app);
end
$$;
