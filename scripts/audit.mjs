// Asks the registry whether something is known against what this depends on. Ends with 1 when something is, and with 3 when
// it gives no answer: that is neither a pass nor a finding, and whoever reads the log is to know.
import { spawnSync } from 'node:child_process';

const { stdout, stderr, error } = spawnSync('npm', ['audit', '--json'], {
  encoding: 'utf8',
  maxBuffer: 1 << 28,
});
process.exitCode = report(error ? undefined : answerIn(stdout));

function answerIn(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function report(answer) {
  const counts = answer?.metadata?.vulnerabilities;
  if (counts?.total === undefined) {
    const why = answer?.message ?? error?.message ?? stderr.trim().split('\n')[0] ?? '';
    console.log(`The registry does not answer: ${why}`);
    console.log('Whether something is known against the dependencies was NOT checked.');
    return 3;
  }
  for (const { name, severity, range, via } of Object.values(answer.vulnerabilities)) {
    const titles = via.map(each => (typeof each === 'string' ? each : `${each.title} ${each.url}`));
    console.log(`${severity}: ${name} ${range}: ${titles.join('; ')}`);
  }
  console.log(
    `Something is known against ${counts.total} of ${answer.metadata.dependencies.total} dependencies.`,
  );
  return counts.total > 0 ? 1 : 0;
}
