import { describe } from 'node:test';
import { chosenEngines, type Engine, nameOf } from '../drive/find-browser.ts';
import { wholeInterruptions } from './whole-interruptions.ts';
import { wholePages } from './whole-pages.ts';
import { wholeRequests } from './whole-requests.ts';
import { wholeResult } from './whole-result.ts';
import { wholeStage } from './whole-stage.ts';

/** One file for each engine, so that they run side by side. */
export const describeWholeTest = (engine: Engine): void => {
  if (!chosenEngines().includes(engine)) return;
  describe(`the whole test in ${nameOf(engine)}`, () => {
    const stage = wholeStage(engine);
    wholeResult(stage); // first, because it counts what is in the store
    wholePages(stage);
    wholeInterruptions(stage); // ends the points
    wholeRequests(stage); // last, because it reads what all the others asked for
  });
};
