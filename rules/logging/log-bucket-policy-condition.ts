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
  summary: 'A policy denies the upload of session records under a condition that the tasks may meet.',
  why: 'What S3 refuses is not recorded, and the session goes on as if it were: nobody is told.',
  severity: 'info',
  errorMessages: ['log-bucket-refused', 'session-not-logged'],
  fix: 'none',
  notes:
    'Such as a bucket policy that denies whatever does not come through one VPC endpoint. A condition that is settled is no matter of this rule: where the uploads always meet it (it wants `aws:kms`, and the bucket encrypts with AES256 by default; it leaves out one role, and the task has another), `task-role-lacks-log-permissions` says so; where they never do (requests without TLS), nothing is said.',
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
          message: say`Here the requests of task role \`${role.value.id}\` to the bucket are denied under a condition: where the tasks meet it, sessions are not recorded there.`,
          for: [launcher],
          related: [{ at: bucket.at, message: say`sessions are to be recorded here` }],
        };
  },
};
