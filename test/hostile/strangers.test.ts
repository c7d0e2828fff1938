import { testGroups } from './groups.ts';
import { testObservations } from './observations.ts';
import { CACHES } from './strangers/caches.ts';
import { EDITS } from './strangers/edits.ts';
import { RACES } from './strangers/races.ts';
import { TEMPORARY_FILES } from './strangers/temporary-files.ts';

const observed = {
  edits: testObservations('edits', EDITS),
  caches: testObservations('caches', CACHES),
};

testGroups({ 'temporary-files': TEMPORARY_FILES, races: RACES }, observed);
