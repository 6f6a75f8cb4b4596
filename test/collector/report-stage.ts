import * as v from 'valibot';
import { createApp } from '../../src/collector/app.ts';
import { createSiteRegistry } from '../../src/collector/site-registry.ts';
import { reportPath } from '../../src/protocol/endpoints.ts';
import { type Report, ReportSchema } from '../../src/protocol/report.ts';
import { createBench, SITE } from './bench.ts';
import { deploy, MONTH, PROVINCE, SITES } from './deployment.ts';

export type ReportStage = Awaited<ReturnType<typeof reportStage>>;

/** A collector with a province's deployment. Filling it takes long: one for all tests of reports. */
export const reportStage = async () => {
  const bench = await createBench();
  await deploy(bench.store);
  const sites = createSiteRegistry([...SITES, SITE]);
  const app = createApp({ ...bench.parts, sites });
  const reportIn = async (of = app, query = `?month=${MONTH}`): Promise<Report> =>
    v.parse(v.strictObject(ReportSchema.entries), await (await of.request(reportPath(PROVINCE) + query)).json());
  return { bench, sites, app, reportIn };
};
