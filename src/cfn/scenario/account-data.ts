import { type Sentence, say } from '../../i18n/sentence.ts';
import type { Document } from '../../syntax/document.ts';
import { memoize } from '../../util/memoize.ts';
import { type AccountResource, type AccountScope, scopeOfArn } from '../template/account.ts';
import { unknown, type Value } from '../value.ts';
import type { Stack } from './stack.ts';
import type { TemplateSet } from './template-set.ts';

/** A resource that is deployed, by its logical id in a deployed stack. */
export interface AccountMatch {
  readonly stack: Stack;
  readonly id: string;
  readonly found: AccountResource;
}

/** The deployed resources that an id or ARN stands for. */
export function accountResourcesById(system: TemplateSet, text: string): readonly AccountMatch[] {
  return byPhysicalId(system).get(text) ?? [];
}

const byPhysicalId = memoize(
  ({ accountStacks }: TemplateSet): ReadonlyMap<string, readonly AccountMatch[]> => {
    const index = new Map<string, AccountMatch[]>();
    for (const stack of accountStacks)
      for (const [id, resource] of stack.declarations.account?.resources ?? [])
        for (const physicalId of resource.physicalIds) {
          const same = index.get(physicalId) ?? [];
          same.push({ stack, id, found: resource });
          index.set(physicalId, same);
        }
    return index;
  },
);

/**
 * A value that rests on what is deployed. Where there is a doubt about that it is only likely, or unknown.
 *
 * @param asking The stack that asks.
 * @param text By what it names what is deployed: a name or an ARN.
 */
export function fromAccount<T>(
  asking: Stack,
  value: Value<T>,
  scope: AccountScope | undefined,
  text: string,
): Value<T> {
  const doubt = scope && doubtAbout(asking, scope, text);
  if (doubt === undefined || value.is === 'unknown') return value;
  if (asking.system) asking.system.hasDoubts = true;
  return asking.system?.takesDoubtful === false
    ? unknown(doubt, value.at)
    : { ...value, unsure: value.unsure ?? doubt };
}

/** Why what is deployed may be something else than what a stack means: a phrase that follows "because". */
function doubtAbout({ document, deployed }: Stack, scope: AccountScope, text: string): Sentence | undefined {
  const named = scopeOfArn(text);
  const account = named.account ?? deployed?.account;
  const region = named.region ?? deployed?.region;
  const { accounts, regions } = scopesIn(document);
  if (isOther(scope.account, account === undefined ? accounts : [account]))
    return say`the account data is from another AWS account than the one that the template names`;
  if (isOther(scope.region, region === undefined ? regions : [region]))
    return say`the account data is from another region than the one that the template names`;
  return scope.isOutdated ? say`the account data is too old` : undefined;
}

interface NamedScopes {
  readonly accounts: readonly string[];
  readonly regions: readonly string[];
}

function isOther(own: string | undefined, named: readonly string[]): boolean {
  return own !== undefined && named.length > 0 && !named.includes(own);
}

/** The accounts and regions in the ARNs that a template writes out. */
export const scopesIn: (document: Document) => NamedScopes = memoize(({ text }: Document) => {
  const scopes = [...text.matchAll(/\barn:[\w-]+:[\w-]+:[\w-]*:\d{12}:/g)].map(([arn]) => scopeOfArn(arn));
  return {
    accounts: [...new Set(scopes.flatMap(each => each.account ?? []))],
    regions: [...new Set(scopes.flatMap(each => each.region ?? []))],
  };
});
