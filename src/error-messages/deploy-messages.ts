import { say } from '../i18n/sentence.ts';
import type { ErrorMessage } from './error-message.ts';
import type { OutsideCause } from './outside-causes.ts';

const OTHER_RESOURCE: OutsideCause = {
  says: say`The error may be about a resource that has nothing to do with ECS Exec.`,
  command:
    'aws cloudformation describe-stack-events --stack-name STACK --query "StackEvents[?contains(ResourceStatus,\'FAILED\')].[LogicalResourceId,ResourceStatusReason]"',
};

/**
 * What a deployment fails with.
 *
 * Sources: aws/aws-cli#6242 and aws/aws-toolkit-jetbrains#3649 (task role); terraform-aws-modules/terraform-aws-ecs#84
 * (OVERRIDE); telia-oss/terraform-aws-ecs-fargate#58 (role); aws/aws-cdk#23564 and #25777 (CodeDeploy);
 * aws-cloudformation/cfn-lint#2021 (policy); newrelic/aws-log-ingestion#77 (managed policy); IAM API reference,
 * PutRolePolicy (name of a role); CloudFormation user guide, "Troubleshooting CloudFormation" (template).
 */
export const DEPLOY_MESSAGES: readonly ErrorMessage[] = [
  {
    id: 'task-role-not-used',
    name: 'a valid taskRoleArn is not being used',
    meaning: say`The deployment fails because ECS Exec is on and the task definition has no task role. The task execution role is not enough.`,
    texts: [['valid taskRoleArn is not being used'], [/有効なtaskrolearn/]],
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
    texts: [['MalformedPolicyDocument'], ['Syntax errors in policy'], ['The policy failed legacy parsing']],
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
    id: 'property-unsupported',
    name: 'Encountered unsupported property',
    meaning: say`The deployment fails because a property is misspelled, or is on a resource that does not have it. Names are case-sensitive.`,
    texts: [
      [
        /unsupportedpropert|extraneouskey|propertiesvalidationfailed|isnotpermitted/,
        /enableexecutecommand|executecommandconfiguration|logconfiguration|cloudwatchlog|s3bucketname|taskrolearn|executionrolearn|initprocessenabled|readonlyrootfilesystem/,
      ],
    ],
    outside: [OTHER_RESOURCE],
  },
  {
    id: 'value-null',
    name: "'null' values are not allowed in templates",
    meaning: say`CloudFormation rejects the template because a property or an item of a list is left empty. YAML reads that as null.`,
    texts: [['null values are not allowed in templates']],
    outside: [OTHER_RESOURCE],
  },
  {
    id: 'reference-unresolved',
    name: 'Unresolved resource dependencies',
    meaning: say`CloudFormation rejects the template because a \`Ref\`, \`Fn::GetAtt\` or \`Fn::Sub\` names something that is not in it. The name is misspelled, or the resource has another condition.`,
    texts: [['Unresolved resource dependencies', 'block of the template']],
    outside: [OTHER_RESOURCE],
  },
  {
    id: 'template-unreadable',
    name: 'Template format error',
    meaning: say`CloudFormation cannot read the template as YAML or JSON. Text that was pasted from a web page or a document often has a full-width space, a comma or a tab where it does not belong.`,
    texts: [['Template format error', /yaml|json/]],
    outside: [
      {
        says: say`The deployed file may not be the one that is checked here.`,
        command: 'aws cloudformation validate-template --template-body file://TEMPLATE',
      },
    ],
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
