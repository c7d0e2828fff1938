import type { Account, StackResources } from '../cfn/template/account.ts';
import { type Sentence, say } from '../i18n/sentence.ts';
import { AccountOutputs } from './account-outputs.ts';
import { AccountResources } from './account-resources.ts';
import { confidentialTexts } from './confidential.ts';
import type { DescribedResource, DescribedStack } from './described.ts';
import { Fields, UnexpectedValue } from './fields.ts';
import { type AccountFile, isOnePage, parsedOutput, positionOf } from './output-text.ts';
import { exportedOutputs, stackOutputs, stackResources, templateBody } from './outputs/cloudformation.ts';
import { routeTables, subnets, vpcEndpoints } from './outputs/ec2.ts';
import { clusters, services, taskDefinition, tasks } from './outputs/ecs.ts';
import { authorizationDetails } from './outputs/iam.ts';
import { aliases, key, keyPolicy, logGroups } from './outputs/logs-and-keys.ts';
import { securityGroups } from './outputs/security-groups.ts';
import { stackTemplate } from './stack-template.ts';

/** How to read what is deployed. */
export interface AccountOptions {
  /** In milliseconds since 1970. */
  readonly now?: number;
  /** What was read longer ago is doubtful. */
  readonly maxAgeDays?: number;
}

/** What was read of an account, and what is to be said about that. */
export interface ReadAccount {
  readonly account: Account;
  /** What is wrong with the files: complete sentences. The account has nothing of a file that is named there. */
  readonly problems: readonly Sentence[];
  /** Complete sentences. */
  readonly notes: readonly Sentence[];
}

/** The days after which what was read of an account is doubtful, unless it is said otherwise. */
export const MAX_AGE_DAYS = 7;

const DAY = 86_400_000;

type Resources = (output: Fields, file: string) => readonly DescribedResource[];

/** By the keys that the outputs of the commands have. */
const RESOURCES: Readonly<Record<string, Resources>> = {
  clusters,
  services,
  tasks,
  taskDefinition,
  RoleDetailList: authorizationDetails,
  Subnets: subnets,
  VpcEndpoints: vpcEndpoints,
  RouteTables: routeTables,
  SecurityGroups: securityGroups,
  logGroups,
  Aliases: aliases,
  KeyMetadata: key,
  Policy: keyPolicy,
};

const STACKS: Readonly<Record<string, (output: Fields) => readonly DescribedStack[]>> = {
  Exports: exportedOutputs,
  Stacks: stackOutputs,
};

const OTHERS = ['StackResourceSummaries', 'TemplateBody'];

/**
 * Reads what is deployed from what the AWS CLI prints. Whatever is not in the files is unknown and not absent: a list may
 * have been filtered, or be one page of several.
 */
export function readAccount(files: readonly AccountFile[], options: AccountOptions = {}): ReadAccount {
  const { now = 0, maxAgeDays = MAX_AGE_DAYS } = options;
  const reading = new Reading();
  const problems: Sentence[] = [];
  const notes: Sentence[] = [];
  for (const each of files) {
    const isOutdated = now - (each.modified ?? now) > maxAgeDays * DAY;
    try {
      reading.add(each, isOutdated);
      if (isOutdated)
        notes.push(
          say`${each.file}: this file is more than ${maxAgeDays} days old, so results based on it are likely, not certain.`,
        );
      else if (isOnePage(each.text))
        notes.push(say`${each.file}: this is one page of several; anything missing from it is unknown.`);
    } catch (error) {
      if (!(error instanceof UnexpectedValue)) throw error;
      problems.push(say`${each.file}:${positionOf(each, error)}: ${error.problem}`);
    }
  }
  return { account: reading.account(), problems, notes };
}

class Reading {
  readonly #resources = new AccountResources();
  readonly #outputs = new AccountOutputs();
  readonly #templates: Account['templates'][number][] = [];
  readonly #stacks: StackResources[] = [];
  readonly #confidential = new Set<string>();

  add(input: AccountFile, isOutdated: boolean): void {
    const { file } = input;
    const value = parsedOutput(input);
    const output = new Fields(value, []);
    const source = { file, isOutdated, modified: input.modified ?? Number.POSITIVE_INFINITY };
    const known = [...Object.keys(RESOURCES), ...Object.keys(STACKS), ...OTHERS].filter(each =>
      output.has(each),
    );
    if (known.length === 0) throw new UnexpectedValue([], UNRECOGNIZED);
    // All of a file, or nothing.
    const resources = known.flatMap(each => own(RESOURCES, each)?.(output, file) ?? []);
    const stacks = known.flatMap(each => own(STACKS, each)?.(output) ?? []);
    const physical = known.includes('StackResourceSummaries') ? [stackResources(output)] : [];
    const templates = known.includes('TemplateBody')
      ? [stackTemplate(templateBody(output), source, output.unexpected('TemplateBody', say``).path)]
      : [];
    for (const each of resources) this.#resources.add(each, source);
    for (const each of stacks) this.#outputs.add(each, source);
    this.#stacks.push(...physical);
    this.#templates.push(...templates);
    for (const each of confidentialTexts(value)) this.#confidential.add(each);
  }

  account(): Account {
    return {
      templates: [...this.#resources.templates(), ...this.#outputs.templates(), ...this.#templates],
      stacks: this.#stacks,
      // One that is a part of another is masked after it.
      confidential: [...this.#confidential].sort((a, b) => b.length - a.length),
    };
  }
}

const UNRECOGNIZED = say`This is not the output of an AWS CLI command that --account supports.`;

function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
