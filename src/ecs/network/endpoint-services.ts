import table from './endpoint-services.facts.json' with { type: 'json' };

/** What the names of AWS's own endpoint services begin with, before the region: the longest first. */
const PREFIXES: readonly string[] = [
  ...new Set(
    Object.values(table).flatMap(services =>
      typeof services === 'string' ? [] : Object.values(services).flat(),
    ),
  ),
].sort((a, b) => b.length - a.length);

/** The region in the name of an endpoint service of AWS, perhaps a placeholder; nothing in another name. */
export function regionOfAwsService(name: string): string | undefined {
  const prefix = PREFIXES.find(each => name.startsWith(`${each}.`));
  if (prefix === undefined) return undefined;
  const region = /^(\uFDD0[^\uFDD0\uFDD1]*\uFDD1|[^.]+)\../.exec(name.slice(prefix.length + 1))?.[1];
  // Services of customers.
  return region === 'vpce' ? undefined : region;
}

/** The name in a region of a service that is called alike in all partitions, as the gateway for S3 is too. */
export function awsServiceName(region: string, service: string): string {
  return `com.amazonaws.${region}.${service}`;
}
