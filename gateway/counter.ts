export type Labels = Readonly<Record<string, string>>;

export interface Counter {
  /** @param amount - default 1 */
  add(labels: Labels, amount?: number): void;
  /** All series in the Prometheus text format, under one HELP and TYPE. */
  print(): string;
}

/** A number for each combination of labels, which must be few: never put in what a client or a row says. */
export function createCounter(name: string, help: string): Counter {
  const series = new Map<string, number>();
  return {
    add(labels, amount = 1) {
      const key = printLabels(labels);
      series.set(key, (series.get(key) ?? 0) + amount);
    },
    print() {
      const lines = [...series].map(([labels, value]) => `${name}{${labels}} ${value}`);
      return [`# HELP ${name} ${help}`, `# TYPE ${name} counter`, ...lines, ''].join('\n');
    },
  };
}

function printLabels(labels: Labels): string {
  return Object.entries(labels)
    .map(([label, value]) => `${label}="${value.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n')}"`)
    .join(',');
}
