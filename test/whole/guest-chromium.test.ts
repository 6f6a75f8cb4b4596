import { describeGuest } from './guest-suite.ts';

describeGuest('chromium');
