import { describeWholeTest } from './whole-suite.ts';

describeWholeTest('firefox');
