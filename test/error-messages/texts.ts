import type { ErrorMessageId } from '../../src/index.ts';

/** A text from a public report, shortened, and with what is personal in it replaced. */
export interface PastedText {
  readonly text: string;
  readonly message: ErrorMessageId;
  /** The rule that finds the cause in its own example; nothing where no template shows it. */
  readonly rule?: string;
  /** A fixture with the cause in place of the example of the rule. */
  readonly template?: string;
  /** How the first cause begins that no template shows. */
  readonly outside: string;
}

const BANNER =
  'The Session Manager plugin was installed successfully. Use the AWS CLI to start a session.\n\n';
const SESSION = 'ecs-execute-command-0a1b2c3d4e5f67890';
const TASK = 'arn:aws:ecs:eu-west-1:111122223333:task/shop/0123456789abcdef0123456789abcdef';
const TASK_ROLE = 'arn:aws:sts::111122223333:assumed-role/shop-task-role/0123456789abcdef0123456789abcdef';
const CALLER = 'arn:aws:sts::111122223333:assumed-role/Developer/somebody@example.com';

const NOT_CONNECTED = `An error occurred (TargetNotConnectedException) when calling the ExecuteCommand operation: The execute command failed due to an internal error. Try again later.`;
const NOT_ENABLED =
  'An error occurred (InvalidParameterException) when calling the ExecuteCommand operation: The execute command failed because execute command was not enabled when the task was run or the execute command agent isn’t running. Wait and try again or run a new task with execute command enabled and try again.';

const AGENT = 'The ECS Exec agent may still be starting';
const STARTED_BEFORE = 'Tasks started before ECS Exec was enabled';
const SCP = 'Organization policies (SCPs)';
const ENDPOINT = 'A VPC endpoint for `ssmmessages`';
const CALLER_DENIED = 'The policies of whoever runs the command';
const ROLE_CHANGED = 'The deployed role may differ';
const PLUGIN = 'Opening a session requires the Session Manager plugin';
const KEY = 'The KMS key may be disabled';
const OTHER = 'The error may be about a resource';
const BUCKET_POLICY = 'A bucket policy that is not in these templates';
const STILL_OPEN = 'The log is only written when the session ends';
const SCRIPT = 'Images need `script` and `cat`';
const BASH = 'The image may have `/bin/sh` but no `bash`';

export const PASTED: readonly PastedText[] = [
  // aws/aws-cli#6562, aws/amazon-ssm-agent#536
  {
    text: `${BANNER}${NOT_CONNECTED}`,
    message: 'target-not-connected',
    rule: 'task-role-lacks-ssmmessages',
    outside: AGENT,
  },
  // aws/aws-cli#6456: a log of --debug
  {
    text: '2021-10-07 00:27:03,020 - MainThread - botocore.parsers - DEBUG - Response body:\nb\'{"__type":"TargetNotConnectedException","message":"The execute command failed due to an internal error. Try again later."}\'',
    message: 'target-not-connected',
    rule: 'ssmmessages-on-execution-role',
    outside: AGENT,
  },
  // aws/copilot-cli#3408
  {
    text: '✘ Failed to execute command python. Is `exec: true` set in your manifest?\n✘ execute command python in container web: execute command: TargetNotConnectedException: The execute command failed due to an internal error. Try again later.',
    message: 'target-not-connected',
    rule: 'ssmmessages-action-misspelt',
    outside: AGENT,
  },
  // aws/aws-app-mesh-roadmap#497
  {
    text: 'TargetNotConnectedException',
    message: 'target-not-connected',
    rule: 'mesh-drops-egress',
    outside: AGENT,
  },
  // aws-containers/amazon-ecs-exec-checker#47
  {
    text: NOT_CONNECTED.replaceAll(' ', '\n'),
    message: 'target-not-connected',
    rule: 'ssmmessages-endpoint-missing',
    outside: AGENT,
  },
  // aws/containers-roadmap#1359
  { text: NOT_CONNECTED, message: 'target-not-connected', rule: 'read-only-root-filesystem', outside: AGENT },
  // aws/containers-roadmap#2518
  {
    text: `"${BANNER}${NOT_CONNECTED}"`,
    message: 'target-not-connected',
    rule: 'shared-pid-namespace',
    outside: AGENT,
  },
  // aws-containers/amazon-ecs-exec-checker#49
  {
    text: 'TargetNotConnectedException: The execute command failed due to an internal error.',
    message: 'target-not-connected',
    rule: 'aws-keys-in-environment',
    outside: AGENT,
  },
  // the console in Japanese
  {
    text: '内部エラーが発生したため、コマンドの実行に失敗しました。しばらくしてからもう一度お試しください。',
    message: 'target-not-connected',
    rule: 'session-manager-unreachable',
    outside: AGENT,
  },
  // aws ssm start-session with the target of a task
  {
    text: `An error occurred (TargetNotConnected) when calling the StartSession operation: ecs:shop_0123456789abcdef0123456789abcdef_0123456789abcdef0123456789abcdef-1234567890 is not connected.`,
    message: 'target-not-connected',
    rule: 'ssmmessages-denied',
    outside: AGENT,
  },
  // keidarcy/e1s#206, fabfuel/ecs-deploy#193
  {
    text: `Execute: "/bin/sh"\n\n${BANNER}${NOT_ENABLED}`,
    message: 'exec-not-enabled-for-task',
    rule: 'exec-not-enabled',
    outside: STARTED_BEFORE,
  },
  // alphagov/govuk-infrastructure#344
  {
    text: NOT_ENABLED.replace('’', "'"),
    message: 'exec-not-enabled-for-task',
    rule: 'running-tasks-without-agent',
    outside: STARTED_BEFORE,
  },
  // aws/aws-cdk#25106: a scheduled task
  {
    text: 'InvalidParameterException: The execute command failed because execute command was not enabled when the task was run',
    message: 'exec-not-enabled-for-task',
    rule: 'launcher-exec-not-enabled',
    outside: STARTED_BEFORE,
  },
  // the console in Japanese
  {
    text: 'タスクの実行時にコマンドの実行が有効になっていないか、コマンド実行エージェントが実行されていないため、失敗しました。',
    message: 'exec-not-enabled-for-task',
    rule: 'exec-not-enabled',
    outside: STARTED_BEFORE,
  },
  // aws/aws-cli#6903
  {
    text: 'Container-Level Checks |\n    ----------\n      Managed Agent Status\n    ----------\n         1. RUNNING for "nginx"\n         2. STOPPED (Reason: null) for "api" - LastStartedAt: null',
    message: 'managed-agent-stopped',
    rule: 'exec-lost-on-restart',
    outside: AGENT,
  },
  // aws/containers-roadmap#1359
  {
    text: '"managedAgents": [\n  {\n    "name": "ExecuteCommandAgent",\n    "reason": "ExecuteCommandAgent cannot be restarted",\n    "lastStatus": "STOPPED"\n  }\n]',
    message: 'managed-agent-stopped',
    rule: 'read-only-root-filesystem',
    outside: AGENT,
  },
  // docker_task_engine.go of aws/amazon-ecs-agent
  {
    text: 'ExecuteCommandAgent Initialization failed - unable to start ExecuteCommandAgent [inspect]',
    message: 'managed-agent-stopped',
    rule: 'image-unsupported',
    outside: AGENT,
  },
  // what ECS reports of a task
  {
    text: 'CannotStartManagedAgentError: failed to start managed agent inside container',
    message: 'managed-agent-stopped',
    rule: 'read-only-root-filesystem',
    outside: AGENT,
  },
  // awslabs/landing-zone-accelerator-on-aws#330, for a task
  {
    text: `failed to create websocket for datachannel with error: CreateDataChannel failed with no output or error: createDataChannel request failed: unexpected response from the service <AccessDeniedException> <Message>User: ${TASK_ROLE} is not authorized to perform: ssmmessages:CreateDataChannel on resource: arn:aws:ssmmessages:eu-west-1:111122223333:* because no identity-based policy allows it</Message> </AccessDeniedException>`,
    message: 'ssmmessages-refused',
    rule: 'task-role-lacks-ssmmessages',
    outside: SCP,
  },
  // aws/amazon-ssm-agent#121, for a task
  {
    text: `ERROR [ssm-agent-worker] [MessageGatewayService] Failed to get controlchannel token, error: CreateControlChannel failed with error: AccessDeniedException: User: ${TASK_ROLE} is not authorized to perform: ssmmessages:CreateControlChannel on resource: ${TASK}`,
    message: 'ssmmessages-refused',
    rule: 'ssmmessages-restricted',
    outside: SCP,
  },
  // controlchannel.go of aws/amazon-ssm-agent
  {
    text: 'ERROR [ssm-agent-worker] [MessageGatewayService] Error setting up control channel: CreateControlChannel failed: RequestError: send request failed caused by: Post "https://ssmmessages.eu-west-1.amazonaws.com/v1/control-channel/ecs": dial tcp 10.0.1.23:443: i/o timeout',
    message: 'ssmmessages-not-reached',
    rule: 'egress-blocked',
    outside: ENDPOINT,
  },
  {
    text: 'Post "https://ssmmessages.ap-northeast-1.amazonaws.com/v1/control-channel/x": dial tcp: lookup ssmmessages.ap-northeast-1.amazonaws.com on 10.0.0.2:53: no such host',
    message: 'ssmmessages-not-reached',
    rule: 'session-manager-unreachable',
    outside: ENDPOINT,
  },
  {
    text: 'Failed to dial websocket: wss://ssmmessages.us-east-1.amazonaws.com/v1/data-channel/x: read: connection timed out',
    message: 'ssmmessages-not-reached',
    rule: 'endpoint-unreachable',
    outside: ENDPOINT,
  },
  // GovWifi/govwifi-terraform#737
  {
    text: 'InvalidParameterException: enableExecuteCommand is not supported on Fargate platform version 1.3.0',
    message: 'platform-without-exec',
    rule: 'fargate-platform-too-old',
    outside: 'The running task may have been started',
  },
  // ECS developer guide
  {
    text: 'ECS Exec does not work in our Windows Nano Server containers, the ExecuteCommandAgent never starts',
    message: 'nano-server',
    rule: 'image-unsupported',
    outside: AGENT,
  },
  // aws/session-manager-plugin#49
  {
    text: `${BANNER}Starting session with SessionId: ${SESSION}\n\nSessionId: ${SESSION} : Plugin with name InteractiveCommands not found. Step name: InteractiveCommands`,
    message: 'session-plugin-not-found',
    rule: 'read-only-root-filesystem',
    outside: 'The file system of the container may be full',
  },
  // containers-roadmap#1050
  {
    text: `An error occurred (AccessDeniedException) when calling the ExecuteCommand operation: User: ${CALLER} is not authorized to perform: ecs:ExecuteCommand on resource: ${TASK} because no identity-based policy allows the ecs:ExecuteCommand action`,
    message: 'execute-command-refused',
    rule: 'caller-lacks-permissions',
    outside: CALLER_DENIED,
  },
  // aws/copilot-cli: exec without `exec: true`
  {
    text: `✘ execute command /bin/sh in container api: execute command: AccessDeniedException: User: ${CALLER} is not authorized to perform: ecs:ExecuteCommand on resource: ${TASK}`,
    message: 'execute-command-refused',
    rule: 'caller-lacks-permissions',
    outside: CALLER_DENIED,
  },
  // fabfuel/ecs-deploy#119
  {
    text: `An error occurred (AccessDeniedException) when calling the DescribeTasks operation: User: ${CALLER} is not authorized to perform: ecs:DescribeTasks on resource: ${TASK}`,
    message: 'describe-tasks-refused',
    rule: 'caller-lacks-permissions',
    outside: CALLER_DENIED,
  },
  // kubernetes/test-infra#18075, for a task
  {
    text: `An error occurred (AccessDeniedException) when calling the StartSession operation: User: ${CALLER} is not authorized to perform: ssm:StartSession on resource: ${TASK} with an explicit deny in an identity-based policy`,
    message: 'start-session-refused',
    outside: 'The session was opened with `aws ssm start-session`',
  },
  // ministryofjustice/modernisation-platform#1296
  {
    text: `----------ERROR-------\nEncountered error while initiating handshake. KMSEncryption failed on client with status 2 error: Failed to process action KMSEncryption: Error calling KMS GenerateDataKey API: AccessDeniedException: User: ${CALLER} is not authorized to perform: kms:GenerateDataKey on resource: arn:aws:kms:eu-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab because no resource-based policy allows the kms:GenerateDataKey action\n\tstatus code: 400, request id: 92d97efd`,
    message: 'data-key-not-generated',
    rule: 'caller-lacks-data-key',
    outside: 'Whoever runs the command needs `kms:GenerateDataKey`',
  },
  // department-of-veterans-affairs/va.gov-team#54885
  {
    text: `SessionId: ${SESSION} :\n----------ERROR-------\nEncountered error while initiating handshake. Fetching data key failed: Unable to retrieve data key, Error when decrypting data key AccessDeniedException: The ciphertext refers to a customer master key that does not exist, does not exist in this region, or you are not allowed to access.\n\tstatus code: 400, request id: 01234567`,
    message: 'data-key-not-decrypted',
    rule: 'task-role-lacks-kms-decrypt',
    outside: KEY,
  },
  // session.go: the key of another service
  {
    text: 'Encountered error while initiating handshake. Fetching data key failed: Unable to retrieve data key, Error when decrypting data key AccessDeniedException',
    message: 'data-key-not-decrypted',
    rule: 'session-key-aws-managed',
    outside: KEY,
  },
  // AWS Knowledge Center in Japanese
  {
    text: 'ハンドシェイクの開始中にエラーが発生しました。データキーの取得に失敗しました: データキーを取得できません',
    message: 'data-key-not-decrypted',
    rule: 'key-policy-shuts-out-logs',
    template: 'session-key',
    outside: KEY,
  },
  // aws-containers/amazon-ecs-exec-checker#79
  {
    text: `${BANNER}Starting session with SessionId: ${SESSION}\nThis session is encrypted using AWS KMS.\n\nSessionId: ${SESSION} : We couldn't start the session because encryption is not set up on the selected CloudWatch Logs log group. Either encrypt the log group or choose an option to enable logging without encryption.`,
    message: 'log-group-not-encrypted',
    rule: 'log-encryption-refuses-session',
    outside: 'The log group may not exist',
  },
  // the same in Japanese
  {
    text: '選択した CloudWatch Logs ロググループで暗号化が設定されていないため、セッションを開始できませんでした。',
    message: 'log-group-not-encrypted',
    rule: 'log-encryption-refuses-session',
    outside: 'The log group may not exist',
  },
  // aws/amazon-ssm-agent#198
  {
    text: "Your session has been terminated for the following reasons: We couldn't start the session because encryption is not set up on the selected Amazon S3 bucket. Either encrypt the bucket or choose an option to enable logging without encryption.",
    message: 'log-bucket-not-encrypted',
    rule: 'log-encryption-refuses-session',
    outside: 'The deployed bucket may have no default encryption',
  },
  // shell.go
  {
    text: `Couldn't start the session because we are unable to validate encryption on Amazon S3 bucket. Error: AccessDenied: Access Denied status code: 403, request id: 0123456789ABCDEF`,
    message: 'encryption-not-verified',
    rule: 'task-role-lacks-log-permissions',
    outside: ROLE_CHANGED,
  },
  // cloudwatchlogsservice.go
  {
    text: `WARN [ssm-session-worker] [${SESSION}] [DataBackend] Error in calling DescribeLogGroups:AccessDeniedException: User: ${TASK_ROLE} is not authorized to perform: logs:DescribeLogGroups on resource: arn:aws:logs:eu-west-1:111122223333:log-group::log-stream: because no identity-based policy allows the logs:DescribeLogGroups action`,
    message: 'log-group-refused',
    rule: 'task-role-lacks-log-permissions',
    outside: ROLE_CHANGED,
  },
  {
    text: `ERROR [ssm-session-worker] [${SESSION}] [DataBackend] Error Calling CreateLogStream:AccessDeniedException: User: ${TASK_ROLE} is not authorized to perform: logs:CreateLogStream on resource: arn:aws:logs:eu-west-1:111122223333:log-group:/exec:log-stream:${SESSION}`,
    message: 'log-group-refused',
    rule: 'log-permission-mismatch',
    outside: ROLE_CHANGED,
  },
  // aws/amazon-ssm-agent#311
  {
    text: `2020-10-09 10:27:19 ERROR [S3Upload @ s3util.go.108] [ssm-session-worker] [${SESSION}] [DataBackend] Attempt 4: Failed uploading /var/lib/amazon/ssm/x/session/orchestration/${SESSION}.log to s3://audit/exec/${SESSION}.log err:AccessDenied: Access Denied`,
    message: 'log-bucket-refused',
    rule: 'log-bucket-policy-condition',
    outside: BUCKET_POLICY,
  },
  // aws/amazon-ssm-agent#229
  {
    text: 'ERROR [ssm-session-worker] Failed to upload shell session logs to S3: AccessDenied: Access Denied status code: 403',
    message: 'log-bucket-refused',
    rule: 'task-role-lacks-log-permissions',
    outside: BUCKET_POLICY,
  },
  // shell.go
  {
    text: 'WARN [ssm-session-worker] The CloudWatch log group specified in session preferences either does not exist or unable to validate its existence. This might result in no logging of session data to CloudWatch.',
    message: 'log-group-not-found',
    rule: 'log-target-by-name',
    outside: 'The log group may not exist',
  },
  {
    text: `[ssm-session-worker] [${SESSION}] Error in PutLogEvents:ResourceNotFoundException: The specified log group does not exist.`,
    message: 'log-group-not-found',
    rule: 'log-target-by-name',
    outside: 'The log group may not exist',
  },
  {
    text: `ERROR [ssm-session-worker] [${SESSION}] Failed uploading x.log to s3://audit/exec/x.log err:NoSuchBucket: The specified bucket does not exist`,
    message: 'log-bucket-not-found',
    rule: 'log-bucket-by-address',
    outside: 'The bucket may not exist',
  },
  // aws/amazon-ssm-agent#653
  {
    text: `2026-01-14 10:51:41 ERROR [ssm-session-worker] [${SESSION}] [DataBackend] [pluginName=InteractiveCommands] unable to generate log data: Failed to generate transcript with the following errors:\nexec: "script": executable file not found in $PATH: `,
    message: 'transcript-failed',
    rule: 'image-lacks-shell-tools',
    outside: SCRIPT,
  },
  // in words: aws/amazon-ssm-agent#311, and a question in Japanese
  {
    text: "Session logs aren't being delivered to the S3 bucket",
    message: 'session-not-logged',
    rule: 'logging-not-overridden',
    outside: STILL_OPEN,
  },
  {
    text: 'The session works but nothing is logged in CloudWatch',
    message: 'session-not-logged',
    rule: 'log-destination-missing',
    outside: STILL_OPEN,
  },
  {
    text: 'no session is recorded',
    message: 'session-not-logged',
    rule: 'task-role-lacks-log-permissions',
    outside: STILL_OPEN,
  },
  {
    text: 'ECS Exec は成功するのに、ログが CloudWatch に記録されません',
    message: 'session-not-logged',
    rule: 'logging-not-overridden',
    outside: STILL_OPEN,
  },
  // widdix/mastodon-on-aws#30
  {
    text: 'SessionManagerPlugin is not found. Please refer to SessionManager Documentation here:\n\nhttp://docs.aws.amazon.com/console/systems-manager/session-manager-plugin-not-found',
    message: 'plugin-missing',
    outside: PLUGIN,
  },
  {
    text: 'zsh: command not found: session-manager-plugin\nsession-manager-plugin: command not found',
    message: 'plugin-missing',
    outside: PLUGIN,
  },
  // aws-containers/amazon-ecs-exec-checker#37
  {
    text: `SessionId: ${SESSION} : ----------ERROR-------\nEncountered error while initiating handshake. Handshake timed out. Please ensure that you have the latest version of the session manager plugin.`,
    message: 'handshake-timed-out',
    rule: 'session-endpoint-missing',
    outside: PLUGIN,
  },
  // AWS Knowledge Center in Japanese
  {
    text: 'ハンドシェイクの開始中にエラーが発生しました。ハンドシェイクがタイムアウトしました。Session Manager プラグインの最新バージョンがあることを確認してください',
    message: 'handshake-timed-out',
    rule: 'session-endpoint-missing',
    outside: PLUGIN,
  },
  // aws/amazon-ssm-agent#354
  {
    text: `Starting session with SessionId: ${SESSION}\n\nCannot perform start session: EOF`,
    message: 'start-session-eof',
    outside: 'CI, cron and some editors',
  },
  // boltops: ufo exec
  {
    text: '----------ERROR-------\nUnable to start command: Failed to start pty: fork/exec /bin/bash: no such file or directory',
    message: 'command-not-found',
    rule: 'image-lacks-shell-tools',
    template: 'by-name',
    outside: BASH,
  },
  {
    text: 'Unable to start command: Failed to start pty: exec: "DRY_RUN=true": executable file not found in $PATH',
    message: 'command-not-found',
    rule: 'image-lacks-shell-tools',
    template: 'by-name',
    outside: BASH,
  },
  // aws/containers-roadmap#187
  {
    text: "aws: error: argument operation: Invalid choice, valid choices are:\n\ncreate-cluster | create-service\n\nInvalid choice: 'execute-command', maybe you meant:",
    message: 'cli-too-old',
    outside: PLUGIN,
  },
  {
    text: 'An error occurred (InvalidParameterException) when calling the ExecuteCommand operation: Interactive is the only mode supported currently.',
    message: 'not-interactive',
    outside: 'The command line does not have',
  },
  // the ECS API
  {
    text: 'An error occurred (InvalidParameterException) when calling the ExecuteCommand operation: The referenced task was not found.',
    message: 'task-not-found',
    outside: 'The task has stopped or was replaced',
  },
  // Mic-U/ecsher#56
  {
    text: 'operation error ECS: ExecuteCommand, https response error StatusCode: 400, InvalidParameterException: task length should be one of [32,36]',
    message: 'task-not-found',
    outside: 'The task has stopped or was replaced',
  },
  {
    text: 'An error occurred (ClusterNotFoundException) when calling the ExecuteCommand operation: Cluster not found.',
    message: 'cluster-not-found',
    outside: 'The command may use another Region',
  },
  // hiroki-it/tech-notebook
  {
    text: 'An error occurred (ClientException) when calling the ExecuteCommand operation: Unable to start new execute sessions because the maximum session limit of 2 has been reached.',
    message: 'session-limit',
    outside: 'Other sessions are still open',
  },
  // tedsmitt/ecsgo#19
  {
    text: `SessionId: ${SESSION} : Your session timed out due to inactivity and has been terminated.`,
    message: 'session-timed-out',
    outside: 'A command that prints nothing for 20 minutes',
  },
  // yukiarrr/ecsk#23
  {
    text: 'ecsk exec exits session after 20 minutes, with ECS Exec a long-running command is cut off',
    message: 'session-timed-out',
    outside: 'A command that prints nothing for 20 minutes',
  },
  // aws/aws-cli#6242, aws/aws-toolkit-jetbrains#3649
  {
    text: "An error occurred (InvalidParameterException) when calling the UpdateService operation: The service couldn't be updated because a valid taskRoleArn is not being used. Specify a valid task role in your task definition and try again.",
    message: 'task-role-not-used',
    rule: 'task-role-missing',
    outside: 'The service may run a different task definition',
  },
  {
    text: 'Resource handler returned message: "Invalid request provided: CreateService error: The service couldn\'t be created because a valid taskRoleArn is not being used." (HandlerErrorCode: InvalidRequest)',
    message: 'task-role-not-used',
    rule: 'task-role-missing',
    outside: 'The service may run a different task definition',
  },
  // terraform-aws-modules/terraform-aws-ecs#84
  {
    text: "InvalidParameterException: You must set logging to 'OVERRIDE' when you supply a log configuration",
    message: 'logging-not-override',
    rule: 'logging-not-overridden',
    template: 'ignored-destination',
    outside: OTHER,
  },
  // telia-oss/terraform-aws-ecs-fargate#58
  {
    text: "service shop failed to launch a task with (error ECS was unable to assume the role 'arn:aws:iam::111122223333:role/shop-task' that was provided for this task. Please verify that the role being passed has the proper trust relationship and permissions and that your IAM user has permissions to pass this role.).",
    message: 'role-not-assumed',
    rule: 'task-role-not-assumable',
    outside: 'The trust policy of the deployed role',
  },
  // fabfuel/ecs-deploy#231
  {
    text: 'An error occurred (ClientException) when calling the RegisterTaskDefinition operation: Role is not valid',
    message: 'role-not-assumed',
    rule: 'role-path-mismatch',
    outside: 'The trust policy of the deployed role',
  },
  // aws/aws-cdk#25777
  {
    text: 'Resource handler returned message: "Invalid request provided: UpdateService error: Unable to update task definition on services with a CODE_DEPLOY deployment controller. Use AWS CodeDeploy to trigger a new deployment. (Service: AmazonECS; Status Code: 400; Error Code: InvalidParameterException; Request ID: 0123; Proxy: null)"',
    message: 'code-deploy-controller',
    outside: 'The service uses the deployment controller',
  },
  // aws-cloudformation/cfn-lint#2021, danschultzer/elixir-terraform-aws-ecs-example#1
  {
    text: 'Syntax errors in policy. (Service: AmazonIdentityManagement; Status Code: 400; Error Code: MalformedPolicyDocument; Request ID: 0123; Proxy: null)',
    message: 'policy-malformed',
    rule: 'malformed-policy',
    outside: OTHER,
  },
  {
    text: 'MalformedPolicyDocument: The policy failed legacy parsing',
    message: 'policy-malformed',
    rule: 'malformed-policy',
    outside: OTHER,
  },
  // newrelic/aws-log-ingestion#77
  {
    text: 'Policy arn:aws:iam::aws:policy/AmazonECSTaskExecutionRolePolicy does not exist or is not attachable. (Service: AmazonIdentityManagement; Status Code: 404; Error Code: NoSuchEntity)',
    message: 'policy-not-attachable',
    rule: 'managed-policy-not-found',
    outside: 'A customer managed policy may not exist',
  },
  // IAM API reference
  {
    text: 'The specified value for roleName is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_- (Service: AmazonIdentityManagement; Status Code: 400; Error Code: ValidationError)',
    message: 'role-name-invalid',
    rule: 'policy-attached-by-arn',
    outside: OTHER,
  },
  // pahud/ecs-exec-cdk-demo#28
  {
    text: 'Properties validation failed for resource Service with message: #: extraneous key [enableExecuteCommand] is not permitted',
    message: 'property-unsupported',
    rule: 'exec-flag-misplaced',
    outside: OTHER,
  },
  {
    text: 'Encountered unsupported property ExecuteCommandConfiguration',
    message: 'property-unsupported',
    rule: 'exec-property-misplaced',
    outside: OTHER,
  },
  {
    text: "Template error: 'null' values are not allowed in templates",
    message: 'value-null',
    rule: 'null-value',
    outside: OTHER,
  },
  {
    text: 'Template validation error: Template format error: Unresolved resource dependencies [TaskRol] in the Resources block of the template',
    message: 'reference-unresolved',
    rule: 'dangling-reference',
    outside: OTHER,
  },
  {
    text: 'An error occurred (ValidationError) when calling the CreateChangeSet operation: Template format error: YAML not well-formed. (line 12, column 9)',
    message: 'template-unreadable',
    rule: 'trailing-comma',
    outside: 'The deployed file may not be',
  },
  {
    text: 'The specified KMS key does not exist or is not allowed to be used with Arn arn:aws:logs:eu-west-1:111122223333:log-group:/exec',
    message: 'log-key-refused',
    rule: 'key-policy-shuts-out-logs',
    outside: 'The policy of a key that is not in these templates',
  },
];

/** What people type or paste in part. */
export const IN_SHORT: readonly (readonly [text: string, message: ErrorMessageId])[] = [
  ['TargetNotConnected', 'target-not-connected'],
  // The errors of `ExecuteCommand` in the ECS API reference, and those of any request.
  ['TargetNotConnectedException', 'target-not-connected'],
  ['InvalidParameterException', 'exec-not-enabled-for-task'],
  ['AccessDeniedException', 'execute-command-refused'],
  ['An error occurred (AccessDeniedException)', 'execute-command-refused'],
  ['AccessDenied', 'execute-command-refused'],
  ['ClusterNotFoundException', 'cluster-not-found'],
  ['ClientException', 'execute-command-refused'],
  ['ServerException', 'service-unavailable'],
  ['ThrottlingException', 'service-unavailable'],
  ['ServiceUnavailable', 'service-unavailable'],
  ['ExpiredTokenException', 'credentials-refused'],
  ['UnrecognizedClientException', 'credentials-refused'],
  ['InvalidParameterException when calling the ExecuteCommand operation', 'exec-not-enabled-for-task'],
  ['a valid taskRoleArn is not being used', 'task-role-not-used'],
  ['AccessDeniedException for ecs:ExecuteCommand', 'execute-command-refused'],
  ['ecs:ExecuteCommand を実行する権限がありません', 'execute-command-refused'],
  ['AccessDenied: ecs:DescribeTasks', 'describe-tasks-refused'],
  ['is not authorized to perform: kms:GenerateDataKey', 'data-key-not-generated'],
  ['is not authorized to perform: kms:Decrypt', 'data-key-not-decrypted'],
  ['AccessDeniedException: ssmmessages:OpenControlChannel', 'ssmmessages-refused'],
  ['not authorized to perform: logs:CreateLogStream', 'log-group-refused'],
  ['not authorized to perform: s3:GetEncryptionConfiguration', 'log-bucket-refused'],
  ['The specified log group does not exist.', 'log-group-not-found'],
  ['NoSuchBucket: The specified bucket does not exist', 'log-bucket-not-found'],
  ['Encountered error while initiating handshake.', 'handshake-timed-out'],
  ['/bin/bash: no such file or directory', 'command-not-found'],
  ['executable file not found in $PATH', 'command-not-found'],
  [
    'An error occurred (InvalidParameterException) when calling the ExecuteCommand operation: The task was stopped.',
    'task-not-found',
  ],
  ['Cluster not found.', 'cluster-not-found'],
  ['websocket: bad handshake ssmmessages.us-east-1.amazonaws.com', 'ssmmessages-not-reached'],
  ['session logs do not appear in S3', 'session-not-logged'],
  ['the audit log of execute-command is not written to S3', 'session-not-logged'],
  ['No logs in CloudWatch after an ECS Exec session', 'session-not-logged'],
  ['セッションログが S3 に保存されない', 'session-not-logged'],
  ['ECS Exec session closes after 20 idle minutes', 'session-timed-out'],
  ['session disconnected after 20 minutes', 'session-timed-out'],
  ['ECS Exec が 20 分で切断される', 'session-timed-out'],
  ['"name": "ExecuteCommandAgent", "lastStatus": "PENDING"', 'managed-agent-stopped'],
  ['The ExecuteCommandAgent has stopped', 'managed-agent-stopped'],
  ['Fargate platform version too old for ECS Exec', 'platform-without-exec'],
  ["The SSM agent isn't supported on Nano Server", 'nano-server'],
  ['Policy statement must contain actions.', 'policy-malformed'],
  ['Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.', 'policy-malformed'],
  ['SessionManagerPlugin が見つかりません。', 'plugin-missing'],
  ['ECS がロールを引き受けることができませんでした', 'role-not-assumed'],
  [
    'An error occurred (ExpiredTokenException) when calling the ExecuteCommand operation: The security token included in the request is expired',
    'credentials-refused',
  ],
  [
    'An error occurred (ServerException) when calling the ExecuteCommand operation (reached max retries: 4): Service Unavailable. Please try again later.',
    'service-unavailable',
  ],
];

/** Texts about something else. */
export const UNRELATED: readonly string[] = [
  'CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref 111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop:latest: not found',
  'CannotStartContainerError: Error response from daemon: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: exec: "node": executable file not found in $PATH: unknown',
  'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role/ecsTaskExecutionRole/0123456789abcdef0123456789abcdef is not authorized to perform: secretsmanager:GetSecretValue',
  'ResourceInitializationError: failed to initialize logging driver: failed to create Cloudwatch log stream: AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role/ecsTaskExecutionRole/0123456789abcdef0123456789abcdef is not authorized to perform: logs:CreateLogStream',
  'An error occurred (TargetNotConnected) when calling the StartSession operation: i-0123456789abcdef0 is not connected.',
  'An error occurred (AccessDenied) when calling the PutObject operation: User: arn:aws:iam::111122223333:user/ci is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::site/index.html"',
  'AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role/Launcher/minecraft-launcher is not authorized to perform: ecs:DescribeServices on resource: arn:aws:ecs:us-west-1:111122223333:service/games/server',
  'INFO [ssm-agent-worker] Entering SSM Agent hibernate - AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role/InstanceRole/i-0123456789abcdef0 is not authorized to perform: ssm:UpdateInstanceInformation',
  'error: unable to upgrade connection: container not found ("web")\nOCI runtime exec failed: exec failed: unable to start container process: exec: "bash": executable file not found in $PATH: unknown\ncommand terminated with exit code 126 (kubectl exec)',
  'service shop was unable to place a task because no container instance met all of its requirements. The closest matching container-instance has insufficient memory available.',
  'Unable to assume the service linked role. Please verify that the ECS service linked role exists.',
  'java.net.SocketTimeoutException: SSL: handshake timed out after 10000ms',
  'Error connecting to TCS: websocket client: unable to dial ecs-t-1.eu-west-1.amazonaws.com: dial tcp: i/o timeout',
  'botocore.errorfactory.ResourceNotFoundException: An error occurred (ResourceNotFoundException) when calling the FilterLogEvents operation: The specified log group does not exist.',
  'User: arn:aws:sts::111122223333:assumed-role/firehose/AWSFirehoseToS3 is not authorized to perform: logs:PutLogEvents on resource: arn:aws:logs:eu-west-1:111122223333:log-group:/aws/kinesisfirehose',
  'An error occurred (AccessDeniedException) when calling the GetSecretValue operation: Access to KMS is not allowed: kms:Decrypt',
  'Server closed the session after 20 failed attempts',
  'task :app:compileJava FAILED: file not found',
  'npm ERR! code ELIFECYCLE\nnpm ERR! errno 1',
  '(service shop) (deployment ecs-svc/0123456789) deployment failed: tasks failed to start.',
];
