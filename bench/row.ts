/** One row to insert, by column. */
export type Row = Readonly<Record<string, string | number | null>>
