/**
 * Only a person's own press counts. A page's script that wants a test has `start()` to call, which says so in its source; one that
 * clicks a button it found would spend visitors' data, and fill figures, behind everybody's back.
 */
export const byPerson =
  (act: () => void) =>
  (event: Event): void => {
    if (event.isTrusted) act();
  };
