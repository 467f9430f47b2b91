/*
 * The four lists of Today. Each reads open rows only, through a partial index, and stops at a hundred: what is
 * over costs nothing, however much of it there is. Joins keep this order, so that clients are looked up by id.
 */

/**
 * A parameter, hidden from the planner: it would look at the value and prepare the statement anew for every
 * other one, which takes ten times as long as running it.
 */
export const given = '(select ?)'

/** So many rows of one kind are listed at most; the counts go on to a thousand. */
export const mostRows = 100

/** Enough of a message for a row: its subject, its questions, its first sentences. */
const textShown = 4_000

const client = `client.id as clientId, client.name, client.short_name as shortName`

/** The rest of a due update: of a current client, with the event still ahead; takes today twice. */
export const stillAhead = `
  and client.archived_at is null and client.stage = 'current'
  and (event_on is null or event_on > ${given})
  and (event_month is null or event_on is not null or event_month >= substr(${given}, 1, 7))`

export const waitingList = `
select ${client}, wait.id as waitId, wait.conversation_id as conversationId, wait.person_id as personId,
  wait.waiting_since as waitingSince, wait.ack_minutes as ackMinutes, wait.ack_due_at as ackDueAt, wait.because,
  person.name as personName, person.called as personCalled,
  conversation.project_id as projectId, conversation.subject,
  message.channel, substr(message.text, 1, ${textShown}) as text,
  (select min(due_on) from promise
    where promise.conversation_id = wait.conversation_id and promise.state = 'open'
      and exists (select 1 from wait as earlier where earlier.answer_promise_id = promise.id)) as answerPromisedOn
from wait
cross join client on client.id = wait.client_id
cross join conversation on conversation.id = wait.conversation_id
cross join message on message.id = wait.first_message_id
left join person on person.id = wait.person_id
where wait.ended_at is null and client.archived_at is null
order by wait.ack_due_at limit ${mostRows}`

/** Takes today. */
export const promiseList = `
select ${client}, promise.id as promiseId, promise.revision, promise.project_id as projectId, promise.what,
  promise.due_on as dueOn, promise.due_time as dueTime, promise.own_on as ownOn, promise.said_at as saidAt,
  promise.said_channel as saidChannel, promise.note, person.name as saidToName, person.called as saidToCalled
from promise
cross join client on client.id = promise.client_id
left join person on person.id = promise.said_to_person_id
where promise.state = 'open' and promise.own_on <= ${given} and client.archived_at is null
order by promise.own_on limit ${mostRows}`

/** Takes the last due day that is listed, and today twice. */
export const updateList = `
select ${client}, client.language, project.*
from project
cross join client on client.id = project.client_id
where project.state = 'open' and project.next_update_on <= ${given} ${stillAhead}
order by project.next_update_on limit ${mostRows}`

/** The extras to give, those with the nearest occasion first; takes how many. */
export const extraList = `
select ${client}, extra.id as extraId, extra.project_id as projectId, extra.revision, extra.what, extra.because,
  extra.occasion, extra.occasion_on as occasionOn, extra.cost_minor as costMinor, extra.minutes, extra.state
from extra
cross join client on client.id = extra.client_id
where extra.state in ('idea', 'suggested', 'planned') and extra.state in ('suggested', 'planned')
  and client.archived_at is null
order by extra.occasion_on is null, extra.occasion_on, extra.id limit ${given}`

/** What is put aside; takes today, before which everything shows again already. */
export const asideList = `
select item, item_id as itemId, show_on as showOn, show_time as showTime, snoozed_at as snoozedAt
from snooze indexed by snooze_open
where ended_at is null and show_on >= ${given}
order by item, item_id`

/** Takes a JSON list of clients. */
export const projectList = `
select project.id, project.client_id as clientId, project.kind, project.event_on as eventOn,
  project.event_month as eventMonth, project.state
from json_each(${given}) as wanted cross join project on project.client_id = wanted.value
where project.state <> 'cancelled'
order by project.id`
