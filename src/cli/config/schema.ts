import { commas, type Sentence, say } from '../../i18n/sentence.ts';
import type { Rule } from '../../index.ts';
import { FORMAT_NAMES } from '../core/formats.ts';
import { STACK_NAME } from '../core/stack-name.ts';
import { WEB_ADDRESS } from '../core/web-address.ts';

/** As much of JSON Schema as the configuration needs: it is shipped for editors, and `problemsIn` goes by it. */
export type Schema = { readonly description?: string | Sentence } & (
  | MapSchema
  | { readonly type: 'array'; readonly items: Schema }
  | { readonly enum: readonly (string | number | boolean)[] }
  | TextSchema
  | { readonly type: 'integer'; readonly minimum: 0 }
  | { readonly type: readonly ['string', 'number', 'boolean'] }
  | { readonly anyOf: readonly [Schema, Schema] }
);

export type TextSchema =
  | { readonly type: 'string'; readonly minLength: 1 }
  /** The description says in words what the pattern asks for. */
  | { readonly type: 'string'; readonly pattern: string; readonly description: Sentence };

export interface MapSchema {
  readonly type: 'object';
  /** What a key of the map is called. */
  readonly title: Sentence;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties: false | Schema;
}

const TEXT = { type: 'string', minLength: 1 } as const;
const TEXTS = { anyOf: [TEXT, { type: 'array', items: TEXT }] } as const;

/** CloudWatch Logs takes no other number of days. */
const RETENTIONS: readonly number[] = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

function map(properties: Readonly<Record<string, Schema>>, title = say`setting`): MapSchema {
  return { type: 'object', title, properties, additionalProperties: false };
}

/** YAML 1.1 reads `off` as false. */
function severityOf(summary: string): Schema {
  return { enum: ['off', 'info', 'warning', 'error', false], description: summary };
}

/** What a configuration file may say. */
export function configSchema(rules: readonly Pick<Rule, 'id' | 'summary'>[]): MapSchema {
  const ids = rules.map(each => each.id);
  const rule: Schema = { enum: ids };
  return map({
    $schema: { ...TEXT, description: 'For editors.' },
    exec: {
      enum: ['required', 'optional', 'forbidden'],
      description: 'Whether services should have ECS Exec on: required unless said otherwise.',
    },
    rules: {
      ...map(Object.fromEntries(rules.map(({ id, summary }) => [id, severityOf(summary)])), say`rule`),
      description: 'The most that findings of a rule count as, in place of its own severity; off for none.',
    },
    ignores: {
      type: 'array',
      description: 'What is not reported, in some files or about some resources.',
      items: {
        ...map({
          rules: {
            anyOf: [rule, { type: 'array', items: rule }],
            description: 'The rules that are ignored.',
          },
          files: { ...TEXTS, description: 'Patterns as in .gitignore, from the folder of this file.' },
          resources: { ...TEXTS, description: 'Logical ids; * stands for any text, ? for a character.' },
          reason: { ...TEXT, description: 'Why.' },
        }),
        required: ['rules', 'reason'],
      },
    },
    logging: {
      ...map({
        destination: {
          enum: ['cloudwatch', 's3', 'both'],
          description: 'Where a fix has sessions recorded.',
        },
        keyPrefix: { ...TEXT, description: 'What the keys of sessions in a bucket begin with.' },
        kmsKeyId: { ...TEXT, description: 'The id, ARN or alias of the KMS key for sessions.' },
        retentionInDays: { enum: RETENTIONS, description: 'For log groups that a fix adds.' },
      }),
      description: 'What fixes write where sessions are not recorded yet.',
    },
    parameters: {
      type: 'object',
      title: say`parameter`,
      additionalProperties: { type: ['string', 'number', 'boolean'] },
      description: 'The values that a deployment gives parameters; a template takes those that it declares.',
    },
    stackNames: {
      type: 'object',
      title: say`template`,
      additionalProperties: {
        type: 'string',
        pattern: STACK_NAME,
        description: say`a name of letters, digits and hyphens that begins with a letter`,
      },
      description:
        'The names of the stacks that templates are deployed as, by file, relative to the folder of this file.',
    },
    account: {
      ...TEXTS,
      description:
        'Files and folders with the JSON output of AWS CLI commands, relative to the folder of this file.',
    },
    accountMaxAge: {
      type: 'integer',
      minimum: 0,
      description: 'The age in days after which such a file counts as likely, not certain: 7 by default.',
    },
    baseline: {
      ...TEXT,
      description: 'File with the known findings that are not reported, relative to the folder of this file.',
    },
    ignorePatterns: {
      ...TEXTS,
      description: 'Files that are not looked at unless they are named, as in .gitignore.',
    },
    format: {
      anyOf: [formatOf(), { type: 'array', items: formatOf() }],
      description:
        'Reports to produce: FORMAT, at most one. A file given with --config may also say FORMAT=FILE.',
    },
    rulePages: {
      type: 'string',
      pattern: WEB_ADDRESS,
      description: say`the address that the rule pages of the site are published below, such as https://example.com/rules`,
    },
    failOn: { enum: ['error', 'warning', 'info'], description: 'The least that makes the exit code 1.' },
    maxWarnings: {
      type: 'integer',
      minimum: 0,
      description: 'Exit with 1 if there are more warnings than this.',
    },
  });
}

function formatOf(): Schema {
  return {
    type: 'string',
    pattern: `^(?:${FORMAT_NAMES.join('|')})(?:=.+)?$`,
    description: say`one of ${commas(FORMAT_NAMES)}; in a file given with --config also FORMAT=FILE`,
  };
}
