import { testGroups } from './groups.ts';
import { testObservations } from './observations.ts';
import { ALL_CLEAR } from './strangers/all-clear.ts';
import { CACHES } from './strangers/caches.ts';
import { ADDRESSES, BIT_BY_BIT, WAY_BY_WAY } from './strangers/checkouts.ts';
import { CONFIGURATION } from './strangers/configuration.ts';
import { EDITS } from './strangers/edits.ts';
import { IGNORED } from './strangers/ignored.ts';
import { PLANTED } from './strangers/planted.ts';
import { RACES } from './strangers/races.ts';
import { REPORT_FILES } from './strangers/report-files.ts';
import { TEMPORARY_FILES } from './strangers/temporary-files.ts';
import { STRANGE_TEXTS } from './strangers/texts.ts';

const observed = {
  ways: testObservations('ways', WAY_BY_WAY),
  brought: testObservations('brought', [...BIT_BY_BIT, ...ADDRESSES]),
  edits: testObservations('edits', EDITS),
  caches: testObservations('caches', CACHES),
};

testGroups(
  {
    configuration: [...CONFIGURATION, ...PLANTED],
    'report-files': REPORT_FILES,
    'temporary-files': TEMPORARY_FILES,
    'all-clear': [...ALL_CLEAR, ...IGNORED],
    races: RACES,
    'strange-texts': STRANGE_TEXTS,
  },
  observed,
);
