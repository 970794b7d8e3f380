/** Text as in a path of the REST API; `undefined` for a column without a value. */
export type SystemValue = string | number | boolean | readonly string[] | Readonly<Record<string, string>> | undefined;
/** The values of one row by column. */
export type SystemRow = Readonly<Record<string, SystemValue>>;
