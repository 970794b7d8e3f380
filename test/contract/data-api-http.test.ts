import { describeSource } from './contract.ts';
import { dataApi } from './data-api.ts';

describeSource('Data API over HTTP', dataApi({ isInProcess: false }));
