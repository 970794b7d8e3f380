import { describeSource } from './contract.ts';
import { stargate } from './stargate.ts';

describeSource('Stargate in process', stargate({ isInProcess: true }));
