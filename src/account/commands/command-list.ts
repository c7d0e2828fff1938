import type { OpenReference } from './open-references.ts';

/** A command of the AWS CLI that changes nothing, and the file that its output goes to. */
export interface AccountCommand {
  /** The command and its arguments, as they are before a shell reads them. */
  readonly words: readonly string[];
  /** The name of the file in the folder that `--account` is given. */
  readonly file: string;
}

/** How a command is asked about one thing, or about several at once. */
interface Question {
  readonly words: readonly string[];
  readonly name: RegExp;
  /** How many at once; each has a command of its own unless it is said. */
  readonly most?: number;
}

const NAME = '[A-Za-z0-9_][\\w-]{0,254}';
const ARN = 'arn:aws[a-z-]*';

/** What AWS takes for names: no shell, nor the AWS CLI, reads anything else in these. */
const QUESTIONS: Readonly<
  Record<Exclude<OpenReference['ask'], 'aliases' | 'exports' | 'roles'>, readonly Question[]>
> = {
  clusters: [
    {
      words: ['ecs', 'describe-clusters', '--include', 'CONFIGURATIONS', '--clusters'],
      name: new RegExp(`^(?:${ARN}:ecs:[a-z0-9-]+:\\d{12}:cluster/)?${NAME}$`),
      most: 100,
    },
  ],
  'task definitions': [
    {
      words: ['ecs', 'describe-task-definition', '--task-definition'],
      name: new RegExp(`^(?:${ARN}:ecs:[a-z0-9-]+:\\d{12}:task-definition/)?${NAME}(?::\\d+)?$`),
    },
  ],
  'log groups': [
    {
      words: ['logs', 'describe-log-groups', '--log-group-name-prefix'],
      name: /^(?!-)[\w/.#-]{1,512}$/,
    },
  ],
  keys: [
    {
      words: ['kms', 'describe-key', '--key-id'],
      name: new RegExp(`^(?:${ARN}:kms:[a-z0-9-]+:\\d{12}:key/)?(?:mrk-)?[\\da-f][\\da-f-]{31,35}$`),
    },
    {
      words: ['kms', 'get-key-policy', '--policy-name', 'default', '--key-id'],
      name: new RegExp(`^(?:${ARN}:kms:[a-z0-9-]+:\\d{12}:key/)?(?:mrk-)?[\\da-f][\\da-f-]{31,35}$`),
    },
  ],
  subnets: [
    { words: ['ec2', 'describe-subnets', '--subnet-ids'], name: /^subnet-[\da-f]{8,17}$/, most: 100 },
  ],
  'security groups': [
    { words: ['ec2', 'describe-security-groups', '--group-ids'], name: /^sg-[\da-f]{8,17}$/, most: 100 },
  ],
  stacks: [
    {
      words: ['cloudformation', 'describe-stacks', '--stack-name'],
      name: /^[A-Za-z][A-Za-z0-9-]{0,127}$/,
    },
  ],
};

/** What is asked of all of a region once its subnets are known, and of the account. */
const ALIASES = ['kms', 'list-aliases'];
const EXPORTS = ['cloudformation', 'list-exports'];
const ROLES = ['iam', 'get-account-authorization-details', '--filter', 'Role', 'LocalManagedPolicy'];
const OF_NETWORKS = [
  ['ec2', 'describe-vpc-endpoints'],
  ['ec2', 'describe-route-tables'],
];

const REGION = /^[a-z]{2}(?:-[a-z]+)+-\d$/;

/** The commands for open references: few, since what one command tells is asked of it at once. */
export class CommandList {
  readonly #names = new Map<string, Set<string>>();
  readonly #order: {
    readonly words: readonly string[];
    readonly region: string | undefined;
    readonly key: string;
    readonly most: number;
  }[] = [];

  add({ ask, name, region: written }: OpenReference): void {
    const region = written !== undefined && REGION.test(written) ? written : undefined;
    if (ask === 'aliases') this.#ask(ALIASES, region);
    else if (ask === 'exports') this.#ask(EXPORTS, region);
    else if (ask === 'roles') this.#ask(ROLES, undefined);
    else this.#askOf(ask, name, region);
  }

  #askOf(ask: keyof typeof QUESTIONS, name: string | undefined, region: string | undefined): void {
    for (const { words, name: pattern, most = 1 } of QUESTIONS[ask])
      if (name !== undefined && pattern.test(name)) this.#ask(words, region, name, most);
    if (ask === 'subnets' && name !== undefined && QUESTIONS.subnets[0]?.name.test(name))
      for (const words of OF_NETWORKS) this.#ask(words, region);
  }

  commands(): readonly AccountCommand[] {
    const files = new Map<string, number>();
    return this.#order.flatMap(({ words, region, key, most }) => {
      const names = [...(this.#names.get(key) ?? [])];
      const parts = names.length === 0 ? [[]] : chunks(names, most);
      return parts.map(part => {
        const base = baseOf(words, part);
        const count = (files.get(base) ?? 0) + 1;
        files.set(base, count);
        return {
          words: [
            'aws',
            ...words,
            ...part,
            ...(region === undefined ? [] : ['--region', region]),
            '--output',
            'json',
          ],
          file: `${count === 1 ? base : `${base}-${count}`}.json`,
        };
      });
    });
  }

  #ask(words: readonly string[], region: string | undefined, name?: string, most = 1): void {
    const key = JSON.stringify([words, region]);
    const known = this.#names.get(key);
    if (!known) this.#order.push({ words, region, key, most });
    const names = known ?? new Set();
    this.#names.set(key, names);
    if (name !== undefined) names.add(name);
  }
}

/** A key policy does not say of which key it is: its file does. */
function baseOf(words: readonly string[], [name = '']: readonly string[]): string {
  const [, command = ''] = words;
  return command === 'get-key-policy' ? `${command}-${name.slice(name.lastIndexOf('/') + 1)}` : command;
}

function chunks(names: readonly string[], most: number): readonly (readonly string[])[] {
  const count = Math.ceil(names.length / most);
  return Array.from({ length: count }, (_, i) => names.slice(i * most, (i + 1) * most));
}
