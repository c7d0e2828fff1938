import { expect, test } from 'vitest';
import { mayUseEcs } from '../../src/index.ts';

test.each([
  ['Type: AWS::ECS::Service', true],
  ['Resource: !Sub arn:${AWS::Partition}:states:::ecs:runTask.sync', true],
  ['EcsParameters: {}', true],
  ['Action: SSMMessages:*', true],
  ['EnableExecuteCommand: true', true],
  ['"Type": "AWS::\\u0045CS::Service"', true],
  ['Type: "AWS::E\\\n    CS::Service"', true],
  ['Type: "AWS::\\U00000045CS::Service"', true],
  ['# ends in a backslash \\\necs: x', true],
  ['Type: AWS::SNS::Topic # \\u00e9', false],
  ['Action: "*"', false],
])('%s', (text, concerns) => {
  expect(mayUseEcs(text)).toBe(concerns);
});
