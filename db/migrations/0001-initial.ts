/** The first schema: everything the daily job keeps. Times are ms UTC, days YYYY-MM-DD, money minor units. */
export const initial = {
  version: 1,
  name: 'the first tables',
  sql: `
create table business (
  id integer primary key check (id = 1),
  user_name text not null,
  business_name text not null,
  signature text not null,
  zone text not null,
  country text not null,
  region text,
  currency text not null,
  language text not null,
  calendar_version integer not null,
  sample_pack text,
  pack text not null,
  revision integer not null default 0
) strict;

create table span (
  id integer primary key autoincrement,
  weekday integer not null check (weekday between 1 and 7),
  opens_at text not null,
  closes_at text not null
) strict;

create table calendar_exception (
  id integer primary key autoincrement,
  on_day text not null,
  spans text not null,
  what text not null,
  source text not null check (source in ('own', 'holiday')),
  is_on integer not null check (is_on in (0, 1)),
  revision integer not null default 0
) strict;
create index calendar_exception_by_day on calendar_exception (on_day);

create table standard (
  id integer primary key autoincrement,
  from_at integer not null,
  ack_minutes integer not null,
  answer_days integer not null,
  inquiry_ack_minutes integer not null,
  inquiry_answer_days integer not null,
  event_week_ack_minutes integer not null,
  event_week_answer_days integer not null,
  cadence_days integer not null,
  cadence_near_days integer not null,
  cadence_last_days integer not null,
  promises_a_day integer not null,
  budget_minor integer not null,
  client_budget_minor integer not null
) strict;

create table client (
  id integer primary key autoincrement,
  name text not null,
  short_name text,
  stage text not null check (stage in ('lead', 'current', 'past')),
  sent_by_client_id integer references client (id),
  language text,
  zone text,
  added_at integer not null,
  last_inbound_at integer,
  last_outbound_at integer,
  last_extra_at integer,
  archived_at integer,
  revision integer not null default 0
) strict;
create index client_active_by_name on client (name collate nocase, id) where archived_at is null;
create index client_archived_by_name on client (name collate nocase, id) where archived_at is not null;
create index client_by_sender on client (sent_by_client_id) where sent_by_client_id is not null;

create table person (
  id integer primary key autoincrement,
  client_id integer not null references client (id),
  name text not null,
  called text,
  relation text,
  decides_on text,
  prefers text,
  note text,
  is_in_letters integer not null check (is_in_letters in (0, 1)),
  birthday text,
  revision integer not null default 0
) strict;
create index person_by_client on person (client_id, id);

create table address (
  id integer primary key autoincrement,
  person_id integer not null references person (id),
  kind text not null check (kind in ('email', 'phone')),
  value text not null,
  folded text not null
) strict;
create index address_by_person on address (person_id, id);
create index address_by_folded on address (folded, person_id);

create table project (
  id integer primary key autoincrement,
  client_id integer not null references client (id),
  kind text not null,
  event_on text,
  event_month text,
  venue text,
  place text,
  guests integer,
  is_guests_about integer not null default 0 check (is_guests_about in (0, 1)),
  state text not null check (state in ('open', 'done', 'cancelled')),
  standing text,
  added_at integer not null,
  cadence_days integer,
  last_update_at integer,
  next_update_on text,
  revision integer not null default 0
) strict;
create index project_by_client on project (client_id, id);
create index project_by_event on project (event_on) where event_on is not null and state = 'open';
create index project_by_next_update on project (next_update_on) where next_update_on is not null and state = 'open';

create table milestone (
  id integer primary key autoincrement,
  client_id integer not null references client (id),
  project_id integer references project (id),
  person_id integer references person (id),
  kind text not null check (kind in ('call', 'visit', 'payment', 'tasting', 'birthday', 'anniversary', 'deadline')),
  what text not null,
  on_day text not null,
  at_time text,
  place text,
  whose text not null check (whose in ('own', 'client')),
  done_at integer,
  told_as text,
  revision integer not null default 0
) strict;
create index milestone_by_client on milestone (client_id, on_day);
create index milestone_open_by_day on milestone (on_day) where done_at is null;

create table conversation (
  id integer primary key autoincrement,
  client_id integer not null references client (id),
  project_id integer references project (id),
  subject text,
  last_activity_at integer not null
) strict;
create index conversation_by_client on conversation (client_id, last_activity_at);

create table message (
  id integer primary key autoincrement,
  conversation_id integer not null references conversation (id),
  client_id integer not null references client (id),
  person_id integer references person (id),
  direction text not null check (direction in ('inbound', 'outbound', 'internal')),
  channel text not null check (channel in ('email', 'call', 'voicemail', 'text', 'meeting', 'note')),
  at integer not null,
  minutes integer,
  text text not null,
  gist text,
  letter_id integer references letter (id),
  is_human integer not null check (is_human in (0, 1))
) strict;
create index message_by_client on message (client_id, at);
create index message_by_conversation on message (conversation_id, at);
create index message_by_letter on message (letter_id) where letter_id is not null;

create table wait (
  id integer primary key autoincrement,
  client_id integer not null references client (id),
  conversation_id integer not null references conversation (id),
  person_id integer references person (id),
  first_message_id integer not null references message (id),
  waiting_since integer not null,
  ack_minutes integer not null,
  ack_due_at integer not null,
  acked_at integer,
  answer_days integer not null,
  answer_due_at integer not null,
  answer_promise_id integer references promise (id),
  answered_at integer,
  because text not null check (because in ('usual', 'inquiry', 'event-week')),
  standard_id integer not null references standard (id),
  calendar_version integer not null,
  ended_at integer,
  ended_by text check (ended_by in ('reply', 'acknowledgement', 'call', 'meeting', 'no-reply-needed'))
) strict;
create unique index wait_open_by_conversation on wait (conversation_id) where ended_at is null;
create index wait_open_by_client on wait (client_id, waiting_since) where ended_at is null;
create index wait_open_by_due on wait (ack_due_at) where ended_at is null;
create index wait_ended_by_conversation on wait (conversation_id, ended_at) where ended_at is not null;
create index wait_by_end on wait (ended_at) where ended_at is not null;
create index wait_by_promise on wait (answer_promise_id) where answer_promise_id is not null;

create table promise (
  id integer primary key autoincrement,
  client_id integer not null references client (id),
  project_id integer references project (id),
  conversation_id integer references conversation (id),
  what text not null,
  as_noun text,
  done_as text,
  note text,
  said_at integer not null,
  said_channel text not null check (said_channel in ('email', 'call', 'voicemail', 'text', 'meeting', 'note')),
  said_to_person_id integer references person (id),
  message_id integer references message (id),
  letter_id integer references letter (id),
  due_on text not null,
  due_time text,
  own_on text not null,
  state text not null check (state in ('open', 'kept', 'broken', 'withdrawn')),
  ended_at integer,
  is_kept_late integer check (is_kept_late in (0, 1)),
  revision integer not null default 0
) strict;
create index promise_by_client on promise (client_id, said_at);
create index promise_open_by_own_day on promise (own_on) where state = 'open';
create index promise_open_by_day on promise (due_on) where state = 'open';
create index promise_open_by_client on promise (client_id, due_on) where state = 'open';
create index promise_by_end on promise (ended_at) where ended_at is not null;
create index promise_ended_by_client on promise (client_id, ended_at) where ended_at is not null;
create index promise_by_conversation on promise (conversation_id) where conversation_id is not null and state = 'open';

create table promise_move (
  id integer primary key autoincrement,
  promise_id integer not null references promise (id),
  client_id integer not null references client (id),
  at integer not null,
  from_on text not null,
  from_time text,
  to_on text not null,
  to_time text,
  is_before_due integer not null check (is_before_due in (0, 1)),
  why text,
  letter_id integer references letter (id),
  is_told_otherwise integer not null check (is_told_otherwise in (0, 1)),
  reply_message_id integer references message (id)
) strict;
create index promise_move_by_promise on promise_move (promise_id, at);
create index promise_move_by_client on promise_move (client_id, at);

create table status_update (
  id integer primary key autoincrement,
  project_id integer not null references project (id),
  client_id integer not null references client (id),
  letter_id integer references letter (id),
  at integer not null,
  topics text
) strict;
create index status_update_by_client on status_update (client_id, at);
create index status_update_by_time on status_update (at);

create table reward (
  id integer primary key autoincrement,
  rule text not null unique check (rule in ('returning', 'referral', 'anniversary')),
  what text not null,
  cost_minor integer,
  minutes integer,
  is_on integer not null check (is_on in (0, 1)),
  revision integer not null default 0
) strict;

create table extra (
  id integer primary key autoincrement,
  client_id integer not null references client (id),
  project_id integer references project (id),
  reward_id integer references reward (id),
  what text not null,
  because text,
  occasion text,
  occasion_on text,
  cost_minor integer,
  minutes integer,
  state text not null check (state in ('idea', 'suggested', 'planned', 'given', 'declined')),
  suggested_on text,
  given_on text,
  given_at integer,
  letter_id integer references letter (id),
  revision integer not null default 0
) strict;
create index extra_by_client on extra (client_id, given_on);
create index extra_given_by_client on extra (client_id, given_at) where given_at is not null;
create index extra_given_by_day on extra (given_on) where state = 'given';
create index extra_open on extra (state, occasion_on) where state in ('idea', 'suggested', 'planned');
create index extra_by_suggestion on extra (suggested_on) where suggested_on is not null;

create table letter_template (
  id integer primary key autoincrement,
  kind text not null check (kind in ('blank', 'acknowledge', 'status-update', 'move-the-date', 'late-answer', 'little-extra')),
  language text not null,
  name text not null,
  subject text not null,
  body text not null,
  revision integer not null default 0,
  unique (kind, language)
) strict;

create table letter (
  id integer primary key autoincrement,
  kind text not null check (kind in ('blank', 'acknowledge', 'status-update', 'move-the-date', 'late-answer', 'little-extra')),
  client_id integer not null references client (id),
  project_id integer references project (id),
  conversation_id integer references conversation (id),
  wait_id integer references wait (id),
  promise_id integer references promise (id),
  extra_id integer references extra (id),
  recipients text not null,
  subject text,
  body text,
  fields text not null,
  promised_on text,
  promised_time text,
  promised_what text,
  state text not null check (state in
    ('draft', 'queued', 'sending', 'committing', 'sent', 'failed', 'unknown', 'handed-over', 'discarded')),
  way text check (way in ('smtp', 'mail-program', 'eml', 'clipboard')),
  frozen_subject text,
  frozen_text text,
  mime blob,
  message_id text,
  envelope text,
  not_before integer,
  is_held integer not null default 0 check (is_held in (0, 1)),
  attempts integer not null default 0,
  next_attempt_at integer,
  first_attempt_at integer,
  error text,
  drafted_at integer not null,
  saved_at integer not null,
  queued_at integer,
  sent_at integer,
  operation_id integer references operation (id),
  revision integer not null default 0
) strict;
create index letter_drafts on letter (client_id, saved_at) where state = 'draft';
create index letter_waiting on letter (next_attempt_at) where state in ('queued', 'sending', 'committing');
create index letter_outbox on letter (queued_at) where queued_at is not null;
create index letter_open on letter (state)
  where state in ('queued', 'sending', 'committing', 'failed', 'unknown', 'handed-over');
create index letter_by_client on letter (client_id, queued_at);
create unique index letter_by_message_id on letter (message_id) where message_id is not null;

create table mail_account (
  id integer primary key check (id = 1),
  host text not null,
  port integer not null,
  security text not null check (security in ('tls', 'starttls', 'none')),
  user text,
  from_name text not null,
  from_address text not null,
  paused_because text,
  checked_at integer,
  revision integer not null default 0
) strict;

create table operation (
  id integer primary key autoincrement,
  uuid text unique,
  command text not null,
  input_hash text,
  at integer not null,
  reply text,
  is_undoable integer not null check (is_undoable in (0, 1)),
  undone_at integer
) strict;
create index operation_to_undo on operation (at) where is_undoable = 1 and undone_at is null;

create table change (
  id integer primary key autoincrement,
  operation_id integer not null references operation (id),
  table_name text not null,
  row_id integer not null,
  before text,
  after text
) strict;
create index change_by_operation on change (operation_id, id);

create virtual table client_search using fts5
  (name, short_name, content = 'client', content_rowid = 'id', prefix = '1 2 3', tokenize = 'unicode61 remove_diacritics 2');
create virtual table person_search using fts5
  (name, called, content = 'person', content_rowid = 'id', prefix = '1 2 3', tokenize = 'unicode61 remove_diacritics 2');
create virtual table promise_search using fts5
  (what, as_noun, note, content = 'promise', content_rowid = 'id', prefix = '2 3', tokenize = 'unicode61 remove_diacritics 2');
create virtual table message_search using fts5
  (text, gist, content = 'message', content_rowid = 'id', prefix = '2 3', tokenize = 'unicode61 remove_diacritics 2');
`,
} as const
