import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';
import { FLAGS } from '../../src/cli/args/flags.ts';
import { EXIT_CODES, GROUPS, USAGE } from '../../src/cli/args/help.ts';
import { FORMATS } from '../../src/cli/core/formats.ts';
import { templateOf } from '../../src/i18n/words.ts';
import { rules } from '../../src/index.ts';
import { FIXTURES } from '../fixtures.ts';

const ROOT = join(FIXTURES, '..');

/** All that is tagged with `say` in the sources. */
export interface Tagged {
  readonly templates: ReadonlySet<string>;
  /** English that is filled into a template as text, where no translation can get at it. */
  readonly untagged: readonly string[];
}

export function tagged(): Tagged {
  const templates = new Set<string>();
  const untagged: string[] = [];
  for (const file of sources()) {
    const source = readFileSync(file, 'utf8');
    new Visitor({
      TaggedTemplateExpression({ tag, quasi }) {
        if (tag.type !== 'Identifier' || tag.name !== 'say') return;
        templates.add(templateOf({ parts: quasi.quasis.map(each => each.value.cooked ?? '') }));
        for (const { start, end } of quasi.expressions) {
          const filled = source.slice(start, end);
          if (hasWords(filled)) untagged.push(`${file}: ${filled}`);
        }
      },
    }).visit(parseSync(file, source).program);
  }
  return { templates, untagged };
}

function sources(): readonly string[] {
  return ['src', 'rules'].flatMap(folder =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter(name => /(?<!\.d)\.ts$/.test(name))
      .map(name => join(ROOT, folder, name)),
  );
}

/** Two words in a text that is not tagged itself. */
function hasWords(source: string): boolean {
  return /'[^']*[a-z]{2} [a-z]{2}[^']*'|(?<!say)`[^`$]*[a-z]{2} [a-z]{2}/i.test(source);
}

/** What is said in one way only, and is not tagged: the texts of rules and of the help. */
export function texts(): ReadonlySet<string> {
  return new Set([
    ...rules.flatMap(({ summary, why, fixSafety = [], notes = [] }) =>
      [summary, why].concat(fixSafety, notes),
    ),
    ...Object.values(FLAGS).flatMap(({ about }) => (typeof about === 'string' ? about : [])),
    ...Object.values(FORMATS).map(each => each.summary),
    ...Object.values(GROUPS),
    USAGE,
    EXIT_CODES,
  ]);
}

/** The same in all languages: nothing but holes, marks and names. */
export function isWordless(text: string): boolean {
  return !/[a-z]{2}/i.test(text.replace(/`[^`]*`/g, ''));
}
