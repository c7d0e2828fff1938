import { App, Stack } from 'aws-cdk-lib';
import { InterfaceVpcEndpointAwsService } from 'aws-cdk-lib/aws-ec2';
import { RegionInfo } from 'aws-cdk-lib/region-info';
import { versionOf } from './source.mjs';
import { byCodePoint, writeTable } from './table.mjs';

const NAME = 'aws-cdk-lib';

/** The services that tasks in private subnets need, for ECS Exec or to start. */
const SERVICES = [
  'ec2messages',
  'ecr.api',
  'ecr.dkr',
  'ecs',
  'ecs-agent',
  'ecs-telemetry',
  'kms',
  'logs',
  'monitoring',
  's3',
  'secretsmanager',
  'ssm',
  'ssmmessages',
  'sts',
];

/** What the names of interface endpoints begin with before the region, by partition and service. */
export function writeEndpointServices(file) {
  const partitions = new Map();
  for (const { name: region, partition } of RegionInfo.regions)
    if (partition !== undefined) partitions.set(partition, [...(partitions.get(partition) ?? []), region]);
  const groups = [...partitions]
    .sort(([a], [b]) => byCodePoint(a, b))
    .map(([partition, regions]) => [
      partition,
      Object.fromEntries(SERVICES.map(service => [service, prefixesOf(service, regions)])),
    ]);
  writeTable(file, { source: `${NAME} ${versionOf(NAME)}` }, Object.fromEntries(groups));
}

function prefixesOf(service, regions) {
  return [...new Set(regions.map(region => prefixIn(service, region)))].sort(byCodePoint);
}

function prefixIn(service, region) {
  const stack = new Stack(new App(), 'Stack', { env: { region, account: '111122223333' } });
  const name = stack.resolve(new InterfaceVpcEndpointAwsService(service).name);
  const end = `.${region}.${service}`;
  if (!name.endsWith(end)) throw new Error(`The endpoint of ${service} in ${region} is ${name}`);
  return name.slice(0, -end.length);
}
