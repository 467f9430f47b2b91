import { given, mostRows, stillAhead } from './today-lists'

/*
 * What stands around the lists of Today: the figures, what was done since midnight, and the days ahead.
 */

/** Figures stop here; counting further tells nobody anything. */
const mostCounted = 1_000

const capped = (from: string): string => `(select count(*) from (select 1 from ${from} limit ${mostCounted}))`

const activeClient = (of: string): string =>
  `cross join client on client.id = ${of}.client_id where client.archived_at is null`

/** Takes the days from and until which money given in extras is summed up. */
export const figuresOfToday = `
select
  ${capped('client where archived_at is null')} as clients,
  ${capped(`promise indexed by promise_open_by_day ${activeClient('promise')} and promise.state = 'open'`)} as promises,
  (select count(*) from letter
    where state in ('queued', 'sending', 'committing', 'failed', 'unknown', 'handed-over')) as outbox,
  (select coalesce(sum(cost_minor), 0) from extra
    where state = 'given' and given_on >= ${given} and given_on <= ${given}) as extrasSpentMinor`

/**
 * Counts on where a list is too long to be shown whole. Takes today (for promises), the last due day that is
 * listed, and today twice (for updates).
 */
export const lengthsOfLists = `
select
  ${capped(`wait ${activeClient('wait')} and wait.ended_at is null`)} +
  ${capped(`promise ${activeClient('promise')} and promise.state = 'open' and promise.own_on <= ${given}`)} +
  ${capped(`project cross join client on client.id = project.client_id
    where project.state = 'open' and project.next_update_on <= ${given} ${stillAhead}`)} as total`

/** Letters that were sent and still wait for their hold to end; takes now. */
export const heldList = `
select id from letter
where state in ('queued', 'sending', 'committing', 'failed', 'unknown', 'handed-over')
  and state = 'queued' and (is_held = 1 or not_before > ${given})
order by id limit ${mostRows}`

const client = `client.id as clientId, client.name, client.short_name as shortName`

/** What is done in a day is little; the planner would otherwise take it for a quarter of all there ever was. */
const sinceMidnight = (column: string): string => `likelihood(${column} >= ${given}, 0.0001)`

/** Takes the first moment of today three times, and today. */
export const doneToday = `
select * from (
  select case wait.ended_by
      when 'reply' then 'answered' when 'acknowledgement' then 'acknowledged'
      when 'no-reply-needed' then 'no-reply-needed' else 'called' end as kind,
    wait.id, wait.ended_at as at, ${client}, person.name as personName,
    (select gist from message
      where message.conversation_id = wait.conversation_id and message.at = wait.ended_at
        and message.direction <> 'internal'
      order by message.id desc limit 1) as what
  from wait
  cross join client on client.id = wait.client_id
  left join person on person.id = wait.person_id
  where ${sinceMidnight('wait.ended_at')} and client.archived_at is null
  union all
  select 'promise-kept', promise.id, promise.ended_at, ${client}, null, coalesce(promise.as_noun, promise.what)
  from promise
  cross join client on client.id = promise.client_id
  where ${sinceMidnight('promise.ended_at')} and promise.state = 'kept' and client.archived_at is null
  union all
  select 'update-sent', status_update.id, status_update.at, ${client}, null, status_update.topics
  from status_update
  cross join client on client.id = status_update.client_id
  where ${sinceMidnight('status_update.at')} and client.archived_at is null
  union all
  select 'extra-given', extra.id, extra.given_at, ${client}, null, extra.what
  from extra
  cross join client on client.id = extra.client_id
  where extra.state = 'given' and extra.given_on = ${given} and client.archived_at is null
) order by at, id limit ${mostRows}`

const between = (column: string): string => `${column} >= ${given} and ${column} <= ${given}`

const columns = (kind: string, id: string, day: string, what: string, others: string): string =>
  `select '${kind}' as kind, ${id} as id, ${day} as day, ${what} as what, ${others}, ${client}`
const nothing = `null as atTime, null as asNoun, null as place, null as milestoneKind, 0 as isAnswer`

/** Takes the first and the last day five times; milestones and events may begin a day before the rest. */
export const comingList = `
${columns(
  'milestone',
  'milestone.id',
  'milestone.on_day',
  'milestone.what',
  `milestone.at_time as atTime, null as asNoun, milestone.place, milestone.kind as milestoneKind, 0 as isAnswer`,
)}
from milestone cross join client on client.id = milestone.client_id
where milestone.done_at is null and ${between('milestone.on_day')} and client.archived_at is null
union all
${columns('event', 'project.id', 'project.event_on', 'project.kind', nothing)}
from project cross join client on client.id = project.client_id
where project.state = 'open' and ${between('project.event_on')} and client.archived_at is null
union all
${columns(
  'promise',
  'promise.id',
  'promise.due_on',
  'promise.what',
  `promise.due_time as atTime, promise.as_noun as asNoun, null as place, null as milestoneKind,
  exists (select 1 from wait where wait.answer_promise_id = promise.id) as isAnswer`,
)}
from promise cross join client on client.id = promise.client_id
where promise.state = 'open' and ${between('promise.due_on')} and client.archived_at is null
union all
${columns('update', 'project.id', 'project.next_update_on', 'project.kind', nothing)}
from project cross join client on client.id = project.client_id
where project.state = 'open' and ${between('project.next_update_on')} ${stillAhead}
union all
${columns('extra', 'extra.id', 'extra.occasion_on', 'coalesce(extra.occasion, extra.what)', nothing)}
from extra cross join client on client.id = extra.client_id
where extra.state in ('idea', 'suggested', 'planned') and extra.state in ('suggested', 'planned')
  and ${between('extra.occasion_on')} and client.archived_at is null
order by day, id limit ${2 * mostRows}`
