/** Cost objects (DevOps API section 5.5). Nothing costs anything here. */

const PERIODS = ['Min', 'Hour', 'Day', 'Month'] as const;
const KINDS = ['', 'MR', 'Parked'] as const;

export const NO_COSTS: Readonly<Record<string, number>> = Object.fromEntries([
  ...KINDS.flatMap((kind) => PERIODS.map((period) => [`costPer${period}${kind}Cents`, 0])),
  ...['Network', 'Written', 'Read'].map((what) => [`costPer${what}GbCents`, 0]),
]);
