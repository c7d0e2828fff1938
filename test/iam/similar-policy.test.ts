import { expect, test } from 'vitest';
import { similarAwsManagedPolicy } from '../../src/iam/aws-managed-policy.ts';

test.each([
  ['AmazonSSMManagedInstanceCor', 'AmazonSSMManagedInstanceCore'],
  ['AmazonSSMManagedInstanceCo', 'AmazonSSMManagedInstanceCore'],
  ['amazon-ssm-managed-instance-kore', 'AmazonSSMManagedInstanceCore'],
  ['AmazonECSTaskExecutionRolPolicy', 'AmazonECSTaskExecutionRolePolicy'],
  ['AmazonECSFullAccess', 'AmazonECS_FullAccess'],
])('the AWS managed policy %s is likely meant for %s', (written, meant) => {
  expect(similarAwsManagedPolicy(written)?.name).toBe(meant);
});

test.each([
  ['three letters are missing', 'AmazonSSMManagedInstanceC'],
  ['it may be another version', 'AmazonECSTaskExecutionRolePolicyV7'],
  ['two policies are as near', 'AmazonS'],
  ['it is like none', 'OurOwnPolicy'],
])('no AWS managed policy is likely where %s', (_, written) => {
  expect(similarAwsManagedPolicy(written)).toBeUndefined();
});
