import { describe } from 'node:test';
import { chosenEngines, type Engine, nameOf } from '../drive/find-browser.ts';
import { guestCompany } from './guest-company.ts';
import { guestStage } from './guest-stage.ts';
import { guestTraces } from './guest-traces.ts';

/** A file for each engine, so that they can run side by side. */
export const describeGuest = (engine: Engine): void => {
  if (!chosenEngines().includes(engine)) return;
  describe(`a guest in ${nameOf(engine)}`, () => {
    const stage = guestStage(engine);
    guestCompany(stage);
    guestTraces(stage); // last, so that it sees what all the others left in the browser
  });
};
