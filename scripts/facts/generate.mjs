// Makes the tables of facts about AWS anew, from the packages that package.json beside it pins: `npm run facts`. The same
// packages make the same tables. With `--newest` it pins the newest packages first.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { packageNames } from './source.mjs';

const path = url => fileURLToPath(new URL(url, import.meta.url));

function npm(...args) {
  const { status } = spawnSync('npm', [...args, '--ignore-scripts', '--no-audit'], {
    cwd: path('.'),
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(2);
}

if (process.argv.includes('--newest')) {
  const newest = packageNames().map(name => `${name}@latest`);
  npm('install', '--package-lock-only', '--save-dev', '--save-exact', ...newest);
}
npm('ci');

const { writeManagedPolicies } = await import('./managed-policies.mjs');
const { writeActionReference } = await import('./action-reference.mjs');
const { writeProperties } = await import('./properties.mjs');
const { writePropertyNames } = await import('./property-names.mjs');
const { writeEndpointServices } = await import('./endpoint-services.mjs');

writeManagedPolicies(path('../../src/iam/aws-managed-policies.facts.json'));
await writeActionReference(path('../../test/facts/action-reference.facts.json'));
writeProperties({
  sessions: path('../../src/ecs/model/session-properties.facts.json'),
  all: path('../../test/facts/resource-properties.facts.json'),
});
writePropertyNames(path('../../src/cfn/template/property-names.facts.json'));
writeEndpointServices(path('../../src/ecs/network/endpoint-services.facts.json'));
