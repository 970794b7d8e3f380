/** The regions that the emulator offers: a selection of Astra's. */

export interface Region {
  readonly cloudProvider: 'AWS' | 'GCP' | 'AZURE';
  readonly name: string;
  readonly displayName: string;
  readonly zone: 'na' | 'emea' | 'apac' | 'sa';
  readonly classification: 'standard' | 'premium' | 'premium_plus';
  /** The types of serverless databases in this region; Classic tiers are available in all regions. */
  readonly types: readonly ('serverless' | 'vector')[];
}

const BOTH = ['serverless', 'vector'] as const;
const SERVERLESS = ['serverless'] as const;

type Row = readonly [
  Region['cloudProvider'],
  string,
  string,
  Region['zone'],
  Region['classification'],
  Region['types'],
];

const ROWS: readonly Row[] = [
  ['AWS', 'us-east-1', 'US East (N. Virginia)', 'na', 'premium', BOTH],
  ['AWS', 'us-east-2', 'US East (Ohio)', 'na', 'standard', BOTH],
  ['AWS', 'us-west-2', 'US West (Oregon)', 'na', 'standard', BOTH],
  ['AWS', 'eu-central-1', 'Europe (Frankfurt)', 'emea', 'premium', SERVERLESS],
  ['AWS', 'eu-west-1', 'Europe (Ireland)', 'emea', 'standard', SERVERLESS],
  ['AWS', 'ap-south-1', 'Asia Pacific (Mumbai)', 'apac', 'premium', BOTH],
  ['AWS', 'sa-east-1', 'South America (Sao Paulo)', 'sa', 'premium_plus', SERVERLESS],
  ['GCP', 'us-east1', 'Moncks Corner, South Carolina', 'na', 'standard', BOTH],
  ['GCP', 'us-east4', 'Ashburn, Northern Virginia', 'na', 'standard', BOTH],
  ['GCP', 'us-central1', 'Council Bluffs, Iowa', 'na', 'standard', SERVERLESS],
  ['GCP', 'europe-west1', 'Saint Ghislain, Belgium', 'emea', 'standard', SERVERLESS],
  ['GCP', 'europe-west2', 'London, England', 'emea', 'premium', BOTH],
  ['GCP', 'asia-south1', 'Mumbai, India', 'apac', 'premium', SERVERLESS],
  ['AZURE', 'eastus', 'Washington, Virginia', 'na', 'standard', SERVERLESS],
  ['AZURE', 'southcentralus', 'San Antonio, Texas', 'na', 'standard', BOTH],
  ['AZURE', 'westus3', 'Phoenix, Arizona', 'na', 'standard', BOTH],
  ['AZURE', 'westeurope', 'Netherlands', 'emea', 'standard', BOTH],
  ['AZURE', 'australiaeast', 'New South Wales, Australia', 'apac', 'premium', SERVERLESS],
];

export const REGIONS: readonly Region[] = ROWS.map(
  ([cloudProvider, name, displayName, zone, classification, types]) => ({
    cloudProvider,
    name,
    displayName,
    zone,
    classification,
    types,
  }),
);

export const CLOUD_PROVIDERS = ['AWS', 'GCP', 'AZURE'] as const;

export const SERVERLESS_TIER = 'serverless';
/** Classic tiers: only these can be parked and resized. */
export const CLASSIC_TIERS = [
  'developer',
  'A5',
  'A10',
  'A20',
  'A40',
  'C10',
  'C20',
  'C40',
  'D10',
  'D20',
  'D40',
] as const;
export const TIERS: readonly string[] = [...CLASSIC_TIERS, SERVERLESS_TIER, 'cloudnative'];

export function isClassic(tier: string): boolean {
  return CLASSIC_TIERS.some((classic) => classic === tier);
}

export function findRegion(cloudProvider: string, name: string): Region | undefined {
  return REGIONS.find((region) => region.cloudProvider === cloudProvider && region.name === name);
}
