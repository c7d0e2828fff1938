import { describe, expect, test } from 'vitest';
import { placeholder } from '../../src/cfn/functions/placeholder.ts';
import table from '../../src/ecs/network/endpoint-services.facts.json' with { type: 'json' };
import { awsServiceName, regionOfAwsService } from '../../src/ecs/network/endpoint-services.ts';

const PARTITIONS = Object.entries(table).flatMap(([name, services]) =>
  typeof services === 'string' ? [] : [[name, services] as const],
);

describe.each(PARTITIONS)('in the partition %s', (_, services) => {
  test('every endpoint service is known to be of AWS', () => {
    const names = Object.entries(services).flatMap(([service, prefixes]) =>
      prefixes.map(prefix => `${prefix}.xx-north-1.${service}`),
    );
    expect(names.length).toBeGreaterThan(10);
    expect(new Set(names.map(regionOfAwsService))).toEqual(new Set(['xx-north-1']));
  });

  test.each(['ssmmessages', 'logs', 'kms'] as const)('%s is called as a fix calls it', service => {
    const names = services[service].map(prefix => `${prefix}.xx-north-1.${service}`);
    expect(names).toEqual([awsServiceName('xx-north-1', service)]);
  });
});

test.each([
  [`com.amazonaws.${placeholder('AWS::Region')}.ssm`, placeholder('AWS::Region')],
  [`cn.com.amazonaws.${placeholder('AWS::Region')}.ecr.api`, placeholder('AWS::Region')],
  ['com.amazonaws.vpce.eu-west-1.vpce-svc-0123', undefined],
  ['com.example.eu-west-1.ssm', undefined],
  ['com.amazonaws.eu-west-1', undefined],
])('the region in %j', (name, region) => {
  expect(regionOfAwsService(name)).toBe(region);
});
