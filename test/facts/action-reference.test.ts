import { expect, test } from 'vitest';
import {
  DECRYPT,
  EXECUTE_COMMAND,
  FIND_BUCKET,
  FIND_LOG_GROUP,
  GENERATE_DATA_KEY,
  READ_BUCKET_ENCRYPTION,
  SESSION_ACTIONS,
  START_SESSION,
  WRITE_LOG_STREAM,
  WRITE_OBJECT,
} from '../../src/ecs/model/actions.ts';
import policies from '../../src/iam/aws-managed-policies.facts.json' with { type: 'json' };
import reference from './action-reference.facts.json' with { type: 'json' };

const RESOURCES: ReadonlyMap<string, Readonly<Record<string, string>>> = new Map(
  Object.entries(reference.resourceTypes),
);
const KEYS: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(reference.conditionKeys));

/** On what AWS checks the actions that rules ask about. */
const CHECKED: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ...[...SESSION_ACTIONS, FIND_LOG_GROUP].map(action => [action, {}] as const),
  ['logs:CreateLogStream', { 'log-stream': 'required' }],
  ['logs:DescribeLogStreams', { 'log-group': 'required' }],
  ['logs:PutLogEvents', { 'log-stream': 'required' }],
  [FIND_BUCKET, { accesspoint: 'optional', bucket: 'optional' }],
  [READ_BUCKET_ENCRYPTION, { bucket: 'required' }],
  [WRITE_OBJECT, { accesspointobject: 'optional', object: 'optional' }],
  [DECRYPT, { key: 'required' }],
  [GENERATE_DATA_KEY, { key: 'required' }],
  [EXECUTE_COMMAND, { cluster: 'required', task: 'required' }],
  [
    START_SESSION,
    { document: 'optional', instance: 'optional', 'managed-instance': 'optional', task: 'optional' },
  ],
];

test.each(CHECKED)('%s is checked on %j', (action, resources) => {
  expect(RESOURCES.get(action)).toEqual(resources);
});

test('these are all actions of which the tables know something', () => {
  const actions = CHECKED.map(([action]) => action).sort();
  expect([...RESOURCES.keys()].sort()).toEqual(actions);
  expect([...policies.actions].sort()).toEqual(actions);
  expect(actions).toEqual(expect.arrayContaining([...WRITE_LOG_STREAM]));
});

test('of the session actions only the first has condition keys of its own: none that a task meets', () => {
  const keys = SESSION_ACTIONS.flatMap(action => KEYS.get(action) ?? []);
  expect(keys).toEqual(['ec2:SourceInstanceARN', 'ssm:SourceInstanceARN']);
});

test('a call can be limited to containers', () => {
  expect(KEYS.get(EXECUTE_COMMAND)).toContain('ecs:container-name');
});
