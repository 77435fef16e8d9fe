alter table reading add column model jsonb;
comment on column reading.model is 'How a model took part: its name, version and question, what it gave, what went wrong. Null for rules alone.';

alter table finding
  add column source text not null default 'rules' check (source in ('rules', 'model', 'both')),
  add column proposal jsonb,
  add constraint finding_source check (
    (source = 'model') = (rule = 'model') and (source = 'both') = (proposal is not null));
comment on column finding.source is 'Who found it: the rules, a model, or both of the same words.';
comment on column finding.proposal is 'What a model said of the same words, beside what the rules say; decides nothing.';
