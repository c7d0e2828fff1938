import {
  type Rule,
  say,
  seeingSessionLog,
  seeingTaskRolePermissions,
  sessionLog,
} from '../../src/rule/index.ts';
import { conditionalDenials } from '../../src/rule/logging.ts';

export const logBucketPolicyCondition: Rule = {
  id: 'log-bucket-policy-condition',
  summary: 'A policy denies the upload of session logs under a condition that the tasks may meet.',
  why: 'If S3 denies the upload, the session is not recorded and continues without a message.',
  severity: 'info',
  errorMessages: ['log-bucket-refused', 'session-not-logged'],
  fix: 'none',
  notes:
    'For example, a bucket policy that denies everything that does not come through one VPC endpoint. Conditions with a known result are not reported here: if uploads always meet the condition (it requires `aws:kms`, and the bucket encrypts with AES256 by default; it exempts one role, and the task has another), `task-role-lacks-log-permissions` reports it; if they never do (requests without TLS), nothing is reported.',
  sources: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies-vpc-endpoint.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html',
  ],

  appliesTo: launcher => seeingTaskRolePermissions(launcher) ?? seeingSessionLog(launcher),

  *checkLauncher(launcher) {
    const log = sessionLog(launcher);
    const role = launcher.taskRolePermissions();
    if (log.is !== 'known' || role.is !== 'known') return;
    for (const bucket of log.value.destinations.filter(each => each.kind === 'bucket'))
      for (const at of conditionalDenials(role.value, bucket))
        yield {
          at,
          message: say`This conditionally denies requests of task role \`${role.value.id}\` to the bucket: if the tasks meet the condition, sessions are not recorded there.`,
          for: [launcher],
          related: [{ at: bucket.at, message: say`sessions are recorded here` }],
        };
  },
};
