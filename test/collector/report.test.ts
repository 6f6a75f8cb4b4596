import { describeReportAnswers } from './report-answers.ts';
import { describeReportCsv } from './report-csv.ts';
import { describeReportData } from './report-data.ts';
import { describeReportPage } from './report-page.ts';
import { reportStage } from './report-stage.ts';

const stage = await reportStage();
describeReportData(stage);
describeReportAnswers(stage);
describeReportCsv(stage);
describeReportPage(stage);
