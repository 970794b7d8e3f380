/** How vectors are compared, by the names of the Data API and of the contract. */
import type { VectorMetric } from '../../source/source.ts';

const METRICS: Readonly<Record<string, VectorMetric>> = {
  cosine: 'COSINE',
  dot_product: 'DOT_PRODUCT',
  euclidean: 'EUCLIDEAN',
};

/** In lower case. */
export const METRIC_NAMES = Object.keys(METRICS);

/** In any case. */
export function isMetric(name: string): boolean {
  return METRIC_NAMES.includes(name.toLowerCase());
}

/** Without a name upstream's own default. */
export function readMetric(name = 'cosine'): VectorMetric {
  return METRICS[name.toLowerCase()] ?? 'COSINE';
}

export function printMetric(metric: VectorMetric): string {
  return metric.toLowerCase();
}
