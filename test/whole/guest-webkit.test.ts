import { describeGuest } from './guest-suite.ts';

describeGuest('webkit');
