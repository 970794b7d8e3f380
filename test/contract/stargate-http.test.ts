import { describeSource } from './contract.ts';
import { stargate } from './stargate.ts';

describeSource('Stargate over HTTP', stargate({ isInProcess: false }));
