import { say } from '../i18n/sentence.ts';
import type { ErrorMessage } from './error-message.ts';
import { OTHER_RESOURCE } from './outside-causes.ts';

/**
 * What ECS, IAM and KMS refuse in a deployment.
 *
 * Sources: aws/aws-cli#6242 and aws/aws-toolkit-jetbrains#3649 (task role); terraform-aws-modules/terraform-aws-ecs#84
 * (OVERRIDE); telia-oss/terraform-aws-ecs-fargate#58 (role); aws/aws-cdk#23564 and #25777 (CodeDeploy);
 * aws-cloudformation/cfn-lint#2021 (policy); newrelic/aws-log-ingestion#77 (managed policy); IAM API reference,
 * PutRolePolicy (name of a role); CloudWatch Logs API reference, CreateLogGroup (key).
 */
export const DEPLOY_MESSAGES: readonly ErrorMessage[] = [
  {
    id: 'task-role-not-used',
    name: 'a valid taskRoleArn is not being used',
    meaning: say`The deployment fails because ECS Exec is on and the task definition has no task role. The task execution role is not enough.`,
    texts: [['valid taskRoleArn'], [/有効なtaskrolearn/]],
    outside: [
      {
        says: say`The service may run a different task definition than the template says.`,
        command:
          "aws ecs describe-services --cluster CLUSTER --services SERVICE --query 'services[].taskDefinition'",
      },
    ],
  },
  {
    id: 'logging-not-override',
    name: "You must set logging to 'OVERRIDE'",
    meaning: say`The deployment fails because the cluster has a \`LogConfiguration\`, which requires \`Logging: OVERRIDE\`. If \`Logging\` is missing, it is \`DEFAULT\`.`,
    texts: [
      ['You must set logging to OVERRIDE'],
      [/override/, /logconfiguration|ログ設定|ログ記録/, /設定する必要|指定する必要|mustset/],
    ],
    outside: [OTHER_RESOURCE],
  },
  {
    id: 'role-not-assumed',
    name: 'ECS was unable to assume the role',
    meaning: say`ECS cannot use the task role or the task execution role, so the task does not start. The trust policy does not name \`ecs-tasks.amazonaws.com\`, the ARN is wrong, or whoever deploys is not allowed to pass the role.`,
    texts: [
      ['ECS was unable to assume the role'],
      [/ecs.{0,40}ロール.{0,40}(?:引き受け|継承|assume)/],
      ['Role is not valid', /registertaskdefinition|taskrolearn|executionrolearn|clientexception/],
    ],
    outside: [
      {
        says: say`The trust policy of the deployed role may differ from the template, or a new role may not have propagated yet.`,
        command: "aws iam get-role --role-name TASK_ROLE --query 'Role.AssumeRolePolicyDocument'",
      },
      {
        says: say`Whoever deploys needs \`iam:PassRole\` on both roles.`,
        command:
          "aws iam simulate-principal-policy --policy-source-arn CALLER_ARN --action-names iam:PassRole --resource-arns TASK_ROLE_ARN --query 'EvaluationResults[].EvalDecision'",
      },
    ],
  },
  {
    id: 'code-deploy-controller',
    name: 'Unable to update task definition on services with a CODE_DEPLOY deployment controller',
    meaning: say`CodeDeploy controls the deployments of the service, and CloudFormation may not change its task definition, ECS Exec or its dependencies. Start a CodeDeploy deployment with the new task definition instead.`,
    texts: [
      ['Unable to update task definition on services with', /code_?deploy/],
      [/code_deploy/, /タスク定義を更新できません/],
    ],
    outside: [
      {
        says: say`The service uses the deployment controller \`CODE_DEPLOY\`, so CodeDeploy has to make the change.`,
        command:
          "aws ecs describe-services --cluster CLUSTER --services SERVICE --query 'services[].deploymentController.type'",
      },
    ],
  },
  {
    id: 'policy-malformed',
    name: 'MalformedPolicyDocument',
    meaning: say`The deployment fails because IAM does not accept a policy. An element or a value is misspelled, in the wrong case, or not a string.`,
    texts: [
      ['MalformedPolicyDocument'],
      ['Syntax errors in policy'],
      ['The policy failed legacy parsing'],
      ['Policy statement must contain'],
      ['must be prefaced by a vendor'],
      ['Has prohibited field'],
      ['Policy document should not specify a principal'],
      ['policy contains invalid Json'],
      ['must be in ARN format or'],
      ['Invalid principal in policy'],
    ],
    outside: [OTHER_RESOURCE],
  },
  {
    id: 'policy-not-attachable',
    name: 'does not exist or is not attachable',
    meaning: say`The deployment fails because no managed policy has this ARN. The path before the name, such as \`service-role/\`, is part of it.`,
    texts: [['does not exist or is not attachable']],
    outside: [
      {
        says: say`A customer managed policy may not exist in this account.`,
        command: 'aws iam get-policy --policy-arn POLICY_ARN',
      },
      OTHER_RESOURCE,
    ],
  },
  {
    id: 'role-name-invalid',
    name: 'The specified value for roleName is invalid',
    meaning: say`The deployment fails because a policy names its role by an ARN. \`Roles\`, \`Users\` and \`Groups\` take names.`,
    texts: [[/specifiedvaluefor(?:role|user|group)nameisinvalid/]],
    outside: [OTHER_RESOURCE],
  },
  {
    id: 'log-key-refused',
    name: 'The specified KMS key does not exist or is not allowed to be used with Arn',
    meaning: say`The deployment fails because CloudWatch Logs may not use the KMS key of the log group. The key policy does not name \`logs.REGION.amazonaws.com\`, or \`KmsKeyId\` is not the ARN of a key.`,
    texts: [
      [
        /specifiedkmskey(?:id)?/,
        /notallowedtobeusedwith|couldnotbefound|isinvalid/,
        /:?logs:|log-?group|kmskeyid/,
      ],
    ],
    outside: [
      {
        says: say`The policy of a key that is not in these templates may not name CloudWatch Logs.`,
        command: 'aws kms get-key-policy --key-id KEY --policy-name default --output text',
      },
    ],
  },
];
