import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import { versionOf } from './source.mjs';
import { writeTable } from './table.mjs';

const NAME = '@aws-cdk/aws-service-spec';

/** The types that a session depends on, beside those of ECS and those that start tasks. */
const TYPES = [
  'AWS::EC2::InternetGateway',
  'AWS::EC2::NatGateway',
  'AWS::EC2::Route',
  'AWS::EC2::RouteTable',
  'AWS::EC2::SecurityGroup',
  'AWS::EC2::SecurityGroupEgress',
  'AWS::EC2::SecurityGroupIngress',
  'AWS::EC2::Subnet',
  'AWS::EC2::SubnetRouteTableAssociation',
  'AWS::EC2::VPC',
  'AWS::EC2::VPCEndpoint',
  'AWS::EC2::VPCGatewayAttachment',
  'AWS::IAM::Group',
  'AWS::IAM::GroupPolicy',
  'AWS::IAM::InstanceProfile',
  'AWS::IAM::ManagedPolicy',
  'AWS::IAM::Policy',
  'AWS::IAM::Role',
  'AWS::IAM::RolePolicy',
  'AWS::IAM::User',
  'AWS::IAM::UserPolicy',
  'AWS::KMS::Alias',
  'AWS::KMS::Key',
  'AWS::KMS::ReplicaKey',
  'AWS::Logs::LogGroup',
  'AWS::S3::Bucket',
  'AWS::S3::BucketPolicy',
];

/** Its misspellings are found by a rule of their own, wherever they stand. */
const SWITCH = 'EnableExecuteCommand';

/**
 * The names of the properties of each type, and of those in them. An empty map stands for whatever has no properties
 * that are known: a scalar, a policy, a map whose keys are free. A list stands for its items.
 */
export function writePropertyNames(file) {
  const database = loadAwsServiceSpecSync();
  const rows = [...database.all('resource')]
    .map(each => [each.cloudFormationType, namesOf(database, each.properties, [])])
    .filter(([type, names]) => isWanted(type, names))
    .map(([type, names]) => [type, without(SWITCH, names)]);
  writeTable(file, { source: `${NAME} ${versionOf(NAME)}` }, { types: Object.fromEntries(rows) });
}

function isWanted(type, names) {
  return type.startsWith('AWS::ECS::') || TYPES.includes(type) || has(SWITCH, names);
}

function has(name, names) {
  return Object.entries(names).some(([key, below]) => key === name || has(name, below));
}

function without(name, names) {
  return Object.fromEntries(
    Object.entries(names)
      .filter(([key]) => key !== name)
      .map(([key, below]) => [key, without(name, below)]),
  );
}

/** @param within The types that this one is in: of one that is in itself again nothing is said. */
function namesOf(database, properties, within) {
  return Object.fromEntries(
    Object.entries(properties).map(([name, { type }]) => [name, namesIn(database, type, within)]),
  );
}

function namesIn(database, type, within) {
  if (type.type === 'array') return namesIn(database, type.element, within);
  if (type.type === 'union') return joined(type.types.map(each => namesIn(database, each, within)));
  const id = type.type === 'ref' ? type.reference.$ref : undefined;
  if (id === undefined || within.includes(id)) return {};
  return namesOf(database, database.get('typeDefinition', id).properties, [...within, id]);
}

/** What may be of one kind or another takes the keys of both, and any keys where one of them does. */
function joined(kinds) {
  if (kinds.some(each => Object.keys(each).length === 0)) return {};
  return Object.assign({}, ...kinds);
}
