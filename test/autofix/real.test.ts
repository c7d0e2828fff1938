import { describe, expect, test } from 'vitest';
import { DEFAULT_OPTIONS, parse } from '../../src/index.ts';
import { CORPUS } from '../corpus.ts';
import { LONG } from '../edit/runs.ts';
import { everything, mendTogether } from '../together.ts';

const TEMPLATES = CORPUS.filter((_, i) => LONG || i % 48 === 0);

describe('real templates', () => {
  test.skipIf(TEMPLATES.length === 0)('are fixed by all rules together, and for good', async () => {
    let fixed = 0;
    for (const { file, text } of TEMPLATES) {
      const options = everything(DEFAULT_OPTIONS.settings);
      const { isMended, faults } = await mendTogether(parse(file, text), options);
      if (isMended) fixed++;
      expect({ file, faults }).toEqual({ file, faults: [] });
    }
    expect(fixed).toBeGreaterThan(TEMPLATES.length / 4);
  });
});
