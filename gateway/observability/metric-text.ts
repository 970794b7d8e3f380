/** How Prometheus reads metrics: https://prometheus.io/docs/instrumenting/exposition_formats/ */

/** Few combinations: never what a client or a row says. */
export type Labels = Readonly<Record<string, string>>;

/** Something that is printed among the metrics. */
export interface Metric {
  /** All its series, under one HELP and TYPE. */
  print(): string;
}

export function printMetric(name: string, type: string, help: string, samples: readonly string[]): string {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...samples, ''].join('\n');
}

export function printSample(name: string, labels: string, value: number): string {
  return labels === '' ? `${name} ${value}` : `${name}{${labels}} ${value}`;
}

export function printLabels(labels: Labels): string {
  return Object.entries(labels)
    .map(([label, value]) => `${label}="${value.replace(/[\\"\n]/g, toEscape)}"`)
    .join(',');
}

function toEscape(letter: string): string {
  return letter === '\n' ? '\\n' : `\\${letter}`;
}
