import { fuzzing } from '../fuzz/figures.ts';
import { FAULTS } from './faults.ts';
import { testGroups } from './groups.ts';
import { PLACES, STEERING } from './places.ts';
import { TEMPLATES } from './templates.ts';
import { TEXTS } from './texts.ts';

testGroups(
  { templates: TEMPLATES, texts: TEXTS, places: PLACES, steering: STEERING, faults: FAULTS },
  { fuzzing },
);
