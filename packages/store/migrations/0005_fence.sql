-- The second wall. The application decides; here PostgreSQL refuses what the application must never do.

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: % is refused', tg_table_name, tg_op using errcode = '42501';
end
$$;

do $$
declare
  it text;
begin
  foreach it in array array['blob', 'restoration', 'reading', 'finding', 'decision', 'repair_refusal',
    'commitment_action', 'evidence', 'request', 'entry']
  loop
    execute format('create trigger append_only before update or delete or truncate on %I
      for each statement execute function refuse_change()', it);
  end loop;
end
$$;

-- Policies hold no subquery: they look for the row's own units in the settings of the transaction, which are `*` or ids
-- between commas (`,a,b,`). Unset or empty means none. Looking into a text for every row is about four times as quick
-- as taking it apart for every row; into a long one it still takes 10 µs a row, so whoever reads most units is given
-- `*` in read_units and the few others in read_but.
alter table commitment enable row level security;
alter table commitment force row level security;
create policy commitment_read on commitment for select using (
  (current_setting('gangmu.read_units', true) = '*'
    and strpos(coalesce(current_setting('gangmu.read_but', true), ''), ',' || owner || ',') = 0)
  or strpos(current_setting('gangmu.read_units', true), ',' || owner || ',') > 0
  or strpos(current_setting('gangmu.read_issuers', true), ',' || issuer || ',') > 0
);
create policy commitment_insert on commitment for insert with check (
  current_setting('gangmu.write_units', true) = '*'
  or strpos(current_setting('gangmu.write_units', true), ',' || issuer || ',') > 0
);
-- A returned duty goes back to its issuer, so only the row as it was must be one's own.
create policy commitment_update on commitment for update using (
  current_setting('gangmu.write_units', true) = '*'
  or strpos(current_setting('gangmu.write_units', true), ',' || owner || ',') > 0
  or strpos(current_setting('gangmu.write_units', true), ',' || issuer || ',') > 0
) with check (nullif(current_setting('gangmu.write_units', true), '') is not null);

alter table document enable row level security;
alter table document force row level security;
create policy document_read on document for select using (
  case when current_setting('gangmu.read_units', true) = '*' then
    coalesce(current_setting('gangmu.read_but', true), '') = ''
    or strpos(current_setting('gangmu.read_but', true), ',' || received_by || ',') = 0
    or not duty_units <@ string_to_array(current_setting('gangmu.read_but', true), ',')
  else
    strpos(current_setting('gangmu.read_units', true), ',' || received_by || ',') > 0
    or duty_units && string_to_array(current_setting('gangmu.read_units', true), ',')
  end
);
create policy document_insert on document for insert with check (
  current_setting('gangmu.write_units', true) = '*'
  or strpos(current_setting('gangmu.write_units', true), ',' || received_by || ',') > 0
);
create policy document_update on document for update using (
  current_setting('gangmu.write_units', true) = '*'
  or strpos(current_setting('gangmu.write_units', true), ',' || received_by || ',') > 0
  or duty_units && string_to_array(current_setting('gangmu.write_units', true), ',')
) with check (nullif(current_setting('gangmu.write_units', true), '') is not null);

-- The application's role owns nothing and loses these rights. Where the login may create no role, the owner is the
-- application: then the triggers and policies above stand alone, because foreign keys are checked with its rights.
do $$
declare
  it text;
  app constant text := current_setting('gangmu.app_role');
begin
  if app = current_user then
    return;
  end if;
  foreach it in array array['blob', 'restoration', 'reading', 'finding', 'decision', 'repair_refusal',
    'commitment_action', 'evidence', 'request', 'entry']
  loop
    execute format('revoke update, delete, truncate on %I from %I', it, app);
  end loop;
  foreach it in array array['place', 'unit', 'unit_state', 'link', 'tile', 'theme', 'person', 'post', 'document',
    'commitment']
  loop
    execute format('revoke delete, truncate on %I from %I', it, app);
  end loop;
end
$$;
