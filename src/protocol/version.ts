import * as v from 'valibot';

/** How a version of the script is written; what figures of versions are kept by. It ends up in tables: no spreadsheet runs what begins so. */
export const VersionSchema = v.pipe(
  v.string(),
  v.regex(/^\w[\w.+-]{0,39}$/, 'version must be 1–40 letters, digits, dots, plus signs and hyphens, no sign first'),
);
