import { relative } from 'node:path';
import { failure, remember } from './failures.mjs';

const testsOf = (suite, above = '') =>
  suite === undefined
    ? []
    : [
        ...suite.tests.map((test) => ({ ...test, title: above + test.name })),
        ...suite.suites.flatMap((inner) => testsOf(inner, `${above}${inner.name} > `)),
      ];

const hasFailed = ({ passed, skipped }) => !passed && !skipped;

/** What a page could not fetch matters only where it did not come as far as its tests. */
const failuresOf = ({ browser, testFile, errors, testResults, request404s }) => {
  const where = `${relative(process.cwd(), testFile)} in ${browser.name}`;
  return [
    ...errors.map(({ message, stack }) =>
      failure(where, 'the file itself', [stack ?? message, ...request404s.map((url) => `404: ${url}`)].join('\n')),
    ),
    ...testsOf(testResults)
      .filter(hasFailed)
      .map(({ title, error }) => failure(where, title, `${error?.message}\n${error?.stack}`)),
  ];
};

/** Of the test runner in browsers: a line for each file, and all failures at the end, where they are found. */
export const browserReporter = () => ({
  reportTestFileResults({ logger, testFile, sessionsForTestFile }) {
    const counts = sessionsForTestFile.map(({ browser, passed, testResults }) => {
      const tests = testsOf(testResults);
      return `${browser.name} ${passed ? '✔' : '✖'} ${tests.length - tests.filter(hasFailed).length}/${tests.length}`;
    });
    logger.log(`${relative(process.cwd(), testFile)}: ${counts.join(', ')}`);
  },
  onTestRunFinished({ sessions }) {
    const failures = sessions.flatMap(failuresOf);
    failures.forEach(remember);
    const count = sessions.flatMap(({ testResults }) => testsOf(testResults)).length;
    console.log([...failures, `${count} tests in browsers, ${failures.length} failures`].join('\n'));
  },
});
