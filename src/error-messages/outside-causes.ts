import { type Sentence, say } from '../i18n/sentence.ts';

/** A cause that no template shows. */
export interface OutsideCause {
  /** A complete sentence. */
  readonly says: Sentence;
  /** The command that tells, which changes nothing; what is in capitals is to be filled in. */
  readonly command: string;
}

export const SERVICE_CONTROL_POLICY: OutsideCause = {
  says: say`Organization policies (SCPs) may deny what these roles allow.`,
  command:
    "aws iam simulate-principal-policy --policy-source-arn TASK_ROLE_ARN --action-names ssmmessages:CreateControlChannel ssmmessages:OpenDataChannel --query 'EvaluationResults[].[EvalActionName,EvalDecision,OrganizationsDecisionDetail]'",
};

export const PLUGIN_AND_CLI: OutsideCause = {
  says: say`Opening a session requires the Session Manager plugin and a recent AWS CLI.`,
  command: 'session-manager-plugin --version && aws --version',
};

export const TASK_STARTED_BEFORE: OutsideCause = {
  says: say`Tasks started before ECS Exec was enabled do not have it until they are replaced.`,
  command:
    "aws ecs describe-tasks --cluster CLUSTER --tasks TASK --query 'tasks[].[enableExecuteCommand,startedAt]'",
};

export const INSTANCE_TOO_OLD: OutsideCause = {
  says: say`On EC2, the ECS agent and the AMI of the container instances must be recent enough.`,
  command:
    "aws ecs describe-container-instances --cluster CLUSTER --container-instances INSTANCE --query 'containerInstances[].versionInfo'",
};

export const SCRIPT_MISSING: OutsideCause = {
  says: say`Images need \`script\` and \`cat\`; without them, sessions are not recorded.`,
  command:
    'aws ecs execute-command --cluster CLUSTER --task TASK --container CONTAINER --interactive --command "which script cat"',
};

export const FIRELENS: OutsideCause = {
  says: say`Beside a FireLens log router, sessions have been reported to fail in some containers (aws/amazon-ecs-agent#4679).`,
  command:
    "aws ecs describe-task-definition --task-definition FAMILY --query 'taskDefinition.containerDefinitions[?firelensConfiguration].name'",
};

export const AGENT_NOT_RUNNING: OutsideCause = {
  says: say`The ECS Exec agent may still be starting, or may have stopped: it takes some seconds after the task is running.`,
  command:
    "aws ecs describe-tasks --cluster CLUSTER --tasks TASK --query 'tasks[].containers[].[name,managedAgents]'",
};

export const ROLE_CHANGED_LATER: OutsideCause = {
  says: say`The deployed role may differ from the template, or the agent has not tried again since the role was changed, which takes up to 40 minutes.`,
  command:
    "aws iam simulate-principal-policy --policy-source-arn TASK_ROLE_ARN --action-names ACTION --query 'EvaluationResults[].[EvalActionName,EvalDecision]'",
};

export const ENDPOINT_ELSEWHERE: OutsideCause = {
  says: say`A VPC endpoint for \`ssmmessages\` that is created elsewhere may block the tasks.`,
  command:
    'aws ec2 describe-vpc-endpoints --filters Name=service-name,Values=com.amazonaws.REGION.ssmmessages',
};

export const CALLER_DIFFERS: OutsideCause = {
  says: say`The command may run with other credentials than you expect.`,
  command: 'aws sts get-caller-identity',
};

export const CALLER_DENIED: OutsideCause = {
  says: say`The policies of whoever runs the command may be elsewhere, or an SCP or a permissions boundary may deny the action; \`ecs-exec-lint --caller-policy\` prints the policy that is needed.`,
  command:
    "aws iam simulate-principal-policy --policy-source-arn CALLER_ARN --action-names ecs:ExecuteCommand ecs:DescribeTasks --resource-arns CLUSTER_ARN TASK_ARN --query 'EvaluationResults[].[EvalActionName,EvalDecision]'",
};

export const CALLER_WITHOUT_KEY: OutsideCause = {
  says: say`Whoever runs the command needs \`kms:GenerateDataKey\` on the KMS key of the cluster.`,
  command:
    "aws iam simulate-principal-policy --policy-source-arn CALLER_ARN --action-names kms:GenerateDataKey --resource-arns KEY_ARN --query 'EvaluationResults[].[EvalActionName,EvalDecision]'",
};

export const KEY_DISABLED: OutsideCause = {
  says: say`The KMS key may be disabled, scheduled for deletion, or in another Region.`,
  command: "aws kms describe-key --key-id KEY --query 'KeyMetadata.[KeyState,Arn]'",
};

export const CLUSTER_CONFIGURED_ELSEWHERE: OutsideCause = {
  says: say`The deployed cluster may differ from the template.`,
  command:
    "aws ecs describe-clusters --clusters CLUSTER --include CONFIGURATIONS --query 'clusters[].configuration'",
};

export const LOG_GROUP_ELSEWHERE: OutsideCause = {
  says: say`The log group may not exist in this account and Region, or may have been deleted.`,
  command:
    "aws logs describe-log-groups --log-group-name-prefix LOG_GROUP --query 'logGroups[].[logGroupName,kmsKeyId]'",
};

export const BUCKET_ELSEWHERE: OutsideCause = {
  says: say`The bucket may not exist, or may belong to another account.`,
  command: 'aws s3api head-bucket --bucket BUCKET',
};

export const BUCKET_POLICY: OutsideCause = {
  says: say`A bucket policy that is not in these templates may deny the upload.`,
  command: 'aws s3api get-bucket-policy --bucket BUCKET --query Policy --output text',
};

export const SESSION_STILL_OPEN: OutsideCause = {
  says: say`The log is only written when the session ends, so an open session has none yet.`,
  command: 'aws ssm describe-sessions --state Active',
};

export const TASK_STOPPED: OutsideCause = {
  says: say`The task has stopped or was replaced, so its ID is no longer valid.`,
  command: 'aws ecs list-tasks --cluster CLUSTER --service-name SERVICE --desired-status RUNNING',
};

export const OTHER_REGION: OutsideCause = {
  says: say`The command may use another Region or account than the cluster.`,
  command: 'aws ecs list-clusters --region REGION',
};

export const OTHER_RESOURCE: OutsideCause = {
  says: say`The error may be about a resource that has nothing to do with ECS Exec.`,
  command:
    'aws cloudformation describe-stack-events --stack-name STACK --query "StackEvents[?contains(ResourceStatus,\'FAILED\')].[LogicalResourceId,ResourceStatusReason]"',
};
