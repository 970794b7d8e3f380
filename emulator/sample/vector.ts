/**
 * The vector of an earthquake: eight numbers made of what its document says, so that near vectors are earthquakes that were
 * near each other, about as strong and as deep. Cosine compares them, so each feature is scaled to about the size of the first
 * three.
 */

export const VECTOR_OPTIONS = { dimension: 8, metric: 'cosine' };

/** What of a document its vector is made of. */
export interface Earthquake {
  readonly magnitude: number;
  /** From 0 to 1000, by the Geological Survey's reckoning. */
  readonly significance: number;
  /** ISO 8601. */
  readonly time: string;
  readonly location: { readonly latitude: number; readonly longitude: number; readonly depthKm: number };
}

const DAY_MS = 86_400_000;
/** Few enough to read, and exact enough to tell neighbours apart. */
const DECIMALS = 4;

/**
 * In this order: where it was, as a point on a sphere of radius 1 (x, y, z); its magnitude in tens; the logarithm of its depth
 * and 1 km more, by 3; its significance in thousands; the time of the day (UTC) as a point on a circle
 * of radius ¼.
 */
export function toVector({ magnitude, significance, time, location }: Earthquake): number[] {
  const [latitude, longitude] = [toRadians(location.latitude), toRadians(location.longitude)];
  const timeOfDay = (2 * Math.PI * (Date.parse(time) % DAY_MS)) / DAY_MS;
  return [
    Math.cos(latitude) * Math.cos(longitude),
    Math.cos(latitude) * Math.sin(longitude),
    Math.sin(latitude),
    magnitude / 10,
    Math.log10(1 + Math.max(0, location.depthKm)) / 3,
    significance / 1000,
    Math.cos(timeOfDay) / 4,
    Math.sin(timeOfDay) / 4,
  ].map(rounded);
}

function toRadians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

/** Never the negative zero, which JSON has another spelling for. */
function rounded(value: number): number {
  return Number(value.toFixed(DECIMALS)) + 0;
}
