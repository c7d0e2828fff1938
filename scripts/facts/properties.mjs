import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import { versionOf } from './source.mjs';
import { byCodePoint, writeTable } from './table.mjs';

const NAME = '@aws-cdk/aws-service-spec';

/** The types, beside those of ECS and those that start tasks, that fixes change or add. */
const OTHER_TYPES = [
  'AWS::EC2::SecurityGroup',
  'AWS::EC2::VPCEndpoint',
  'AWS::IAM::ManagedPolicy',
  'AWS::IAM::Policy',
  'AWS::IAM::Role',
  'AWS::KMS::Key',
  'AWS::Logs::LogGroup',
  'AWS::S3::Bucket',
];

/** The properties that sessions depend on. What is in them counts too. */
const SESSION_PROPERTIES = ['EnableExecuteCommand', 'ExecuteCommandConfiguration', 'TaskRoleArn'];

/** The switch, whose paths tell which types start tasks. */
const [SWITCH] = SESSION_PROPERTIES;

/**
 * Two tables of properties by their paths, in which `*` is an item of a list: where each type takes those that sessions
 * depend on, and all properties, what they may say, and whether a change of one replaces the resource.
 */
export function writeProperties({ sessions, all }) {
  const database = loadAwsServiceSpecSync();
  const resources = new Map(
    [...database.all('resource')]
      .map(each => [each.cloudFormationType, propertiesOf(database, each)])
      .filter(([type, rows]) => isWanted(type, rows))
      .sort(([a], [b]) => byCodePoint(a, b)),
  );
  const head = { source: `${NAME} ${versionOf(NAME)}` };
  writeTable(all, head, tableOf([...resources]));
  const holders = [...resources].filter(([type]) => !OTHER_TYPES.includes(type));
  const isForSessions = path => path.split('.').some(key => SESSION_PROPERTIES.includes(key));
  writeTable(sessions, head, tableOf(holders, isForSessions));
}

function tableOf(resources, isChosen = () => true) {
  return Object.fromEntries(
    resources.map(([type, rows]) => [type, Object.fromEntries([...rows].filter(([path]) => isChosen(path)))]),
  );
}

function isWanted(type, rows) {
  const startsTasks = [...rows.keys()].some(path => path.split('.').at(-1) === SWITCH);
  return type.startsWith('AWS::ECS::') || startsTasks || OTHER_TYPES.includes(type);
}

function propertiesOf(database, resource) {
  const rows = new Map();
  const add = (properties, above, within) => {
    for (const [name, property] of Object.entries(properties)) {
      const path = [...above, name];
      rows.set(path.join('.'), { ...rows.get(path.join('.')), ...rowOf(property) });
      descend(property.type, path, within);
    }
  };
  const descend = (type, path, within) => {
    if (type.type === 'array') descend(type.element, [...path, '*'], within);
    for (const each of type.type === 'union' ? type.types : []) descend(each, path, within);
    const id = type.type === 'ref' ? type.reference.$ref : undefined;
    if (id === undefined || within.includes(id)) return;
    add(database.get('typeDefinition', id).properties, path, [...within, id]);
  };
  add(resource.properties, [], []);
  return rows;
}

function rowOf({ type, causesReplacement = 'no' }) {
  return {
    ...(causesReplacement !== 'no' && { replacement: causesReplacement }),
    ...(type.allowedValues && { values: type.allowedValues }),
  };
}
