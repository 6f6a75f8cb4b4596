import { describeGuest } from './guest-suite.ts';

describeGuest('firefox');
