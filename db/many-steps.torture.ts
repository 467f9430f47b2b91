import type { Migration } from './migrations'

/** Two dozen steps; after step n there is table t1 … tn with 100 rows each, and every row of t1 says n. */
export const manySteps: readonly Migration[] = Array.from({ length: 24 }, (_, i) => i + 1).map((version) => ({
  version,
  name: `step ${version}`,
  sql: `
create table t${version} (id integer primary key autoincrement, a integer not null, b text not null) strict;
insert into t${version} (a, b) with recursive n (i) as (select 1 union all select i + 1 from n where i < 100)
  select ${version}, hex(randomblob(200)) from n;
create index t${version}_by_b on t${version} (b);
update t1 set a = ${version};
`,
}))
