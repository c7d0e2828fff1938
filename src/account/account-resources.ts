import type { AccountResource, AccountTemplate } from '../cfn/template/account.ts';
import { isArray, isObject, type Json } from '../syntax/json-value.ts';
import { parse } from '../syntax/parse.ts';
import type { DescribedResource, Source } from './described.ts';
import { LogicalIds } from './logical-ids.ts';

interface Found extends DescribedResource {
  readonly source: Source;
}

/** The types of which other resources depend on there being none besides those that are seen. */
const PARTIAL_TYPES: ReadonlySet<string> = new Set([
  'AWS::EC2::VPCEndpoint',
  'AWS::EC2::SubnetRouteTableAssociation',
]);

/** Resources that were described, of which each account becomes a template. */
export class AccountResources {
  readonly #found = new Map<string, Found>();

  add(resource: DescribedResource, source: Source): void {
    const { type, physicalIds } = resource;
    const key = JSON.stringify([type, physicalIds[0]]);
    const known = this.#found.get(key);
    this.#found.set(key, known ? merged(known, { ...resource, source }) : { ...resource, source });
  }

  templates(): readonly AccountTemplate[] {
    const byAccount = new Map<string, Found[]>();
    const accounts = new Set([...this.#found.values()].flatMap(each => each.account ?? []));
    const [only, another] = accounts;
    for (const each of this.#found.values()) {
      const account = each.account ?? (another === undefined ? only : undefined) ?? '';
      byAccount.set(account, [...(byAccount.get(account) ?? []), each]);
    }
    return [...byAccount.values()].map(templateOf);
  }
}

/** Of two descriptions the more recent one counts, and the other for what that one leaves open. */
function merged(one: Found, other: Found): Found {
  const [older, newer] = one.source.modified <= other.source.modified ? [one, other] : [other, one];
  const open = new Set(newer.undescribed);
  const added = Object.entries(older.properties).filter(([key]) => open.has(key));
  return {
    ...newer,
    account: newer.account ?? older.account,
    region: newer.region ?? older.region,
    properties: { ...newer.properties, ...Object.fromEntries(added) },
    physicalIds: [newer.physicalIds[0], ...newer.physicalIds.slice(1), ...older.physicalIds.slice(1)],
    undescribed: [...open].filter(each => older.undescribed?.includes(each)),
    source: {
      ...newer.source,
      isOutdated: newer.source.isOutdated || (added.length > 0 && older.source.isOutdated),
    },
  };
}

function templateOf(found: readonly Found[]): AccountTemplate {
  const ids = new LogicalIds();
  const named = found.map(each => ({ each, id: ids.of(each.name) }));
  const byPhysicalId = new Map(
    named.flatMap(({ each, id }) => each.physicalIds.map(physical => [physical, id])),
  );
  const newest = newestOfFamilies(found);
  const resources = named.map(({ each, id }): readonly [string, AccountResource] => {
    const { physicalIds, account, region, undescribed = [], source } = each;
    const family = newest.get(each.name) === each ? [each.name] : [];
    return [
      id,
      {
        physicalIds: [...new Set([...physicalIds, ...family])],
        account,
        region: region === '' ? undefined : region,
        isOutdated: source.isOutdated,
        undescribed: new Set(undescribed),
      },
    ];
  });
  const content = Object.fromEntries(
    named.map(({ each, id }) => [
      id,
      { Type: each.type, Properties: referring(each.properties, byPhysicalId) },
    ]),
  );
  const file = fileOf(found);
  return {
    document: parse(file, JSON.stringify({ Resources: content })),
    stackName: undefined,
    scope: { account: undefined, region: undefined, isOutdated: false },
    resources: new Map(resources),
    partialTypes: PARTIAL_TYPES,
  };
}

/** The latest revision of each family among those that were described, which its name alone stands for. */
function newestOfFamilies(found: readonly Found[]): ReadonlyMap<string, Found> {
  const newest = new Map<string, Found>();
  for (const each of found) {
    if (each.type !== 'AWS::ECS::TaskDefinition') continue;
    const known = newest.get(each.name);
    if (!known || revisionOf(each) > revisionOf(known)) newest.set(each.name, each);
  }
  return newest;
}

function revisionOf({ physicalIds }: Found): number {
  return Number(/:(\d+)$/.exec(physicalIds[0])?.[1] ?? 0);
}

/** References to what was described by its logical id, and to all else by the id that it has. */
function referring(value: Json, ids: ReadonlyMap<string, string>): Json {
  if (isArray(value)) return value.map(item => referring(item, ids));
  if (!isObject(value)) return value;
  const { Ref: physicalId } = value;
  if (typeof physicalId === 'string') {
    const id = ids.get(physicalId);
    return id === undefined ? physicalId : { Ref: id };
  }
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, referring(item, ids)]));
}

/** The file that they come from, or the folder that all of these are in. */
function fileOf(found: readonly Found[]): string {
  const [first = '', ...others] = [...new Set(found.map(each => each.source.file))].sort();
  if (others.length === 0) return first;
  const parts = first.split('/').slice(0, -1);
  const shared = parts.findIndex((part, i) => others.some(each => each.split('/')[i] !== part));
  return `${(shared < 0 ? parts : parts.slice(0, shared)).join('/')}/`;
}
