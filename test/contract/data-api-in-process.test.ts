import { describeSource } from './contract.ts';
import { dataApi } from './data-api.ts';

describeSource('Data API in the same process', dataApi({ isInProcess: true }));
