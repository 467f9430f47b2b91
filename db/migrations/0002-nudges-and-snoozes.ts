/** What was told and when, what was put aside, and how the user wishes to be told. */
export const nudgesAndSnoozes = {
  version: 2,
  name: 'nudges and snoozes',
  sql: `
create table note (
  id integer primary key autoincrement,
  kind text not null check (kind in ('wait', 'promise', 'morning', 'closing', 'bundle', 'away')),
  client_id integer references client (id) on delete set null,
  shown_at integer not null
) strict;
create index note_by_time on note (shown_at);
create index note_by_client on note (client_id) where client_id is not null;

create table nudge (
  id integer primary key autoincrement,
  item text not null check (item in ('wait', 'promise', 'day')),
  item_id integer not null,
  stage text not null check (stage in ('last-eighth', 'due', 'overdue', 'morning', 'closing')),
  occurrence text not null,
  client_id integer references client (id) on delete cascade,
  due_at integer not null,
  delivered_at integer not null,
  timing text not null check (timing in ('in-time', 'late', 'missed', 'learnt')),
  note_id integer references note (id),
  again_at integer,
  acknowledged_at integer,
  unique (item, item_id, stage, occurrence)
) strict;
create index nudge_by_client on nudge (client_id) where client_id is not null;
create index nudge_not_in_time on nudge (timing, delivered_at) where timing in ('late', 'missed');
create index nudge_by_note on nudge (note_id) where note_id is not null;

create table snooze (
  id integer primary key autoincrement,
  item text not null check (item in ('wait', 'promise', 'update', 'extra')),
  item_id integer not null,
  show_on text not null,
  show_time text not null,
  snoozed_at integer not null,
  ended_at integer,
  ended_by text check (ended_by in ('time', 'reply', 'user')),
  check ((ended_at is null) = (ended_by is null))
) strict;
create unique index snooze_open on snooze (item, item_id) where ended_at is null;
create index snooze_by_item on snooze (item, item_id, snoozed_at);

create table reminder_setting (
  id integer primary key check (id = 1),
  is_on integer not null default 1 check (is_on in (0, 1)),
  hides_words integer not null default 0 check (hides_words in (0, 1)),
  breaks_for_events integer not null default 1 check (breaks_for_events in (0, 1)),
  has_morning_note integer not null default 1 check (has_morning_note in (0, 1)),
  has_closing_note integer not null default 1 check (has_closing_note in (0, 1)),
  quiet_until integer,
  unavailable_on text,
  revision integer not null default 0
) strict;
insert into reminder_setting (id) values (1);
`,
} as const
