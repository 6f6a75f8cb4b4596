import { describeDistribution } from './statistics-distribution.ts';
import { describeFigures } from './statistics-figures.ts';
import { describeFilters } from './statistics-filters.ts';
import { statisticsStage } from './statistics-stage.ts';

const stage = await statisticsStage();
describeFilters(stage);
describeFigures(stage); // after the filters, because it adds a vote
describeDistribution(await statisticsStage());
