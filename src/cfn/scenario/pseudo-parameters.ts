import type { ArnScope } from '../functions/arn-scope.ts';
import { fillIn, hasPlaceholder } from '../functions/placeholder.ts';
import { type DeployedStack, mayBeSame } from './deployed-stack.ts';

type Environment = Partial<Pick<DeployedStack, 'account' | 'region'>>;

/** The partitions of AWS, by what the names of their regions look like. */
const PARTITIONS: readonly (readonly [RegExp, string])[] = [
  [/^cn-/, 'aws-cn'],
  [/^us-gov-/, 'aws-us-gov'],
  [/^us-iso-/, 'aws-iso'],
  [/^us-isob-/, 'aws-iso-b'],
  [/^eu-isoe-/, 'aws-iso-e'],
  [/^us-isof-/, 'aws-iso-f'],
  [/^eusc-/, 'aws-eusc'],
  [/^(?:af|ap|ca|eu|il|me|mx|sa|us)-[a-z]+-\d+$/, 'aws'],
];

/**
 * The partition of a region; nothing for one that is not known.
 * https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html
 */
export function partitionOf(region: string): string | undefined {
  return PARTITIONS.find(([pattern]) => pattern.test(region))?.[1];
}

/** The pseudo parameters that tell where a stack is deployed, with their values as far as these are known. */
export function environmentParameters({ account, region }: Environment = {}): ReadonlyMap<string, string> {
  const values: readonly (readonly [string, string | undefined])[] = [
    ['AWS::AccountId', account],
    ['AWS::Region', region],
    ['AWS::Partition', region === undefined ? undefined : partitionOf(region)],
  ];
  return new Map(values.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])));
}

/** Whether what an ARN is of may be in the environment of a stack, as far as both are known. */
export function mayBeIn(
  { partition, region, account }: Partial<ArnScope>,
  environment: ReadonlyMap<string, string>,
): boolean {
  return (
    mayBeSame(partition, environment.get('AWS::Partition')) &&
    mayBeSame(region, environment.get('AWS::Region')) &&
    mayBeSame(account, environment.get('AWS::AccountId'))
  );
}

/** A text with the values that pseudo parameters have. */
export function withValues(text: string, values: ReadonlyMap<string, string>): string {
  if (values.size === 0 || !hasPlaceholder(text)) return text;
  let filled = text;
  for (const [name, value] of values) filled = fillIn(filled, name, value);
  return filled;
}
