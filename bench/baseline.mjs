// Reads templates as `yaml` does, with the tags of CloudFormation, and makes nothing of them: what a linter cannot do without.
import { readFileSync } from 'node:fs';
import { parseDocument } from 'yaml';

const TAGS =
  'And Base64 Cidr Condition Equals FindInMap GetAtt GetAZs If ImportValue Join Length Not Or Ref Select Split Sub ToJsonString Transform'
    .split(' ')
    .flatMap(name => [
      { tag: `!${name}`, resolve: source => source },
      { tag: `!${name}`, collection: 'map', resolve: map => map },
      { tag: `!${name}`, collection: 'seq', resolve: seq => seq },
    ]);

for (const file of process.argv.slice(2))
  parseDocument(readFileSync(file, 'utf8'), { customTags: TAGS, logLevel: 'error' });
