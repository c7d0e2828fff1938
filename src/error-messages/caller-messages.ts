import { say } from '../i18n/sentence.ts';
import { REFUSED } from './agent-messages.ts';
import type { ErrorMessage, Phrase } from './error-message.ts';
import {
  AGENT_NOT_RUNNING,
  CALLER_DENIED,
  CALLER_DIFFERS,
  OTHER_REGION,
  PLUGIN_AND_CLI,
  TASK_STOPPED,
} from './outside-causes.ts';

/** That it is about ECS Exec, and not about another tool of the same words. */
const ABOUT_EXEC: Phrase = /executecommand|execute-command|ecsexec|ecs-exec/;

/**
 * What the AWS CLI and the Session Manager plugin print to whoever opens a session.
 *
 * Sources: aws/containers-roadmap#1050 and `ExecuteCommand` of the ECS API reference (refusals, clusters, tasks);
 * widdix/mastodon-on-aws#30 (missing plugin); `session.go` and `sessionhandler.go` of aws/session-manager-plugin, and
 * aws/amazon-ssm-agent#354 (EOF) and #261 (inactivity); yukiarrr/ecsk#23 (20 minutes); `datachannel.go` and
 * `shell_unix.go` of aws/amazon-ssm-agent (handshake, pty); aws-containers/amazon-ecs-exec-checker#37 (handshake and SSO);
 * containers-roadmap#187 (CLI without the command). Japanese: AWS Knowledge Center on Session Manager.
 */
export const CALLER_MESSAGES: readonly ErrorMessage[] = [
  {
    id: 'execute-command-refused',
    name: 'is not authorized to perform: ecs:ExecuteCommand',
    meaning: say`Whoever runs the command is not allowed to run \`execute-command\` on this task. AWS checks \`ecs:ExecuteCommand\` on the cluster and on the task, with the conditions of the policy.`,
    texts: [
      [REFUSED, 'ecs:ExecuteCommand'],
      [/accessdenied(?:exception)?\)?whencallingtheexecutecommandoperation/],
    ],
    outside: [CALLER_DENIED, CALLER_DIFFERS],
  },
  {
    id: 'describe-tasks-refused',
    name: 'is not authorized to perform: ecs:DescribeTasks',
    meaning: say`Whoever runs the command is not allowed to describe the task. The AWS CLI calls \`ecs:DescribeTasks\` after \`ecs:ExecuteCommand\`, to find the target of the session.`,
    texts: [
      [REFUSED, 'ecs:DescribeTasks'],
      [/accessdenied(?:exception)?\)?whencallingthedescribetasksoperation/],
    ],
    outside: [CALLER_DENIED, CALLER_DIFFERS],
  },
  {
    id: 'start-session-refused',
    name: 'is not authorized to perform: ssm:StartSession',
    meaning: say`The session was requested from Systems Manager directly, which these permissions do not allow. \`aws ecs execute-command\` does not need \`ssm:StartSession\`, and denying it is what AWS recommends.`,
    texts: [
      [REFUSED, 'ssm:StartSession'],
      [/accessdenied(?:exception)?\)?whencallingthestartsessionoperation/],
    ],
    unless: [/arn:aws[a-z-]*:ec2:|instance\/m?i-[0-9a-f]/],
    outside: [
      {
        says: say`The session was opened with \`aws ssm start-session\`, or by a tool that calls it, not with \`aws ecs execute-command\`.`,
        command:
          'aws ecs execute-command --cluster CLUSTER --task TASK --container CONTAINER --interactive --command /bin/sh',
      },
      CALLER_DIFFERS,
    ],
  },
  {
    id: 'task-not-found',
    name: 'task not found or not running',
    meaning: say`There is no running task with this ID in this cluster. Every deployment starts tasks with new IDs, and without \`--cluster\` the command uses the cluster \`default\`.`,
    texts: [
      ['The referenced task was not found'],
      [ABOUT_EXEC, /task.{0,60}(?:wasnotfound|notfound|isnotrunning|isntrunning|(?:is|has)stopped)/],
      [ABOUT_EXEC, /タスク.{0,60}(?:見つかりません|実行されていません|停止し)/],
      ['task length should be one of [32,36]'],
    ],
    unless: [/executecommandwasnotenabled|taskdefinitionnotfound/],
    outside: [
      TASK_STOPPED,
      {
        says: say`The task may have failed.`,
        command:
          "aws ecs describe-tasks --cluster CLUSTER --tasks TASK --query 'tasks[].[lastStatus,stoppedReason,containers[].reason]'",
      },
      OTHER_REGION,
    ],
  },
  {
    id: 'cluster-not-found',
    name: 'ClusterNotFoundException',
    meaning: say`There is no cluster with this name in this account and Region. Without \`--cluster\`, the command uses the cluster \`default\`.`,
    texts: [
      ['ClusterNotFoundException'],
      [/clusternotfound|クラスターが見つかりません/, /ecs:|ecsexec|executecommand|execute-command/],
    ],
    unless: [/redshift|elasticache|rdscluster|kube/],
    outside: [OTHER_REGION, CALLER_DIFFERS],
  },
  {
    id: 'session-limit',
    name: 'maximum session limit of 2 has been reached',
    meaning: say`Two sessions are open on the container already, which is the maximum. A session that was not closed counts until it has been idle for 20 minutes.`,
    texts: [[/maximumsessionlimitof\d/, /executesessions|executecommand|ecsexec/]],
    outside: [
      {
        says: say`Other sessions are still open; \`aws ssm terminate-session\` ends them.`,
        command:
          'aws ssm describe-sessions --state Active --query "Sessions[?starts_with(SessionId,\'ecs-execute-command\')].[SessionId,Owner,StartDate]"',
      },
    ],
  },
  {
    id: 'session-timed-out',
    name: 'session timed out due to inactivity',
    meaning: say`The session was idle for 20 minutes, after which ECS Exec ends it. This value cannot be changed.`,
    texts: [
      ['Your session timed out due to inactivity'],
      [/session:?(?:id:)?ecs-execute-command-[0-9a-z]+:?timedout/],
      [ABOUT_EXEC, /20-?min/, /session/],
      [ABOUT_EXEC, /idle-?timeout|idletimeouttime/],
      [/非アクティブ|アイドル|無操作/, /セッション/, /タイムアウト|終了/],
      [/20分/, /セッション|execute-command|ecsexec/, /切|終了|タイムアウト/],
    ],
    outside: [
      {
        says: say`A command that prints nothing for 20 minutes counts as idle, too.`,
        command: 'aws ssm describe-sessions --state History --max-results 5',
      },
    ],
  },
  {
    id: 'handshake-timed-out',
    name: 'Encountered error while initiating handshake. Handshake timed out.',
    meaning: say`The agent and the plugin did not agree on the session in time. With a KMS key for the cluster, one of them cannot reach KMS or does not get the data key; otherwise the plugin is too old.`,
    texts: [[/(?<!(?:tls|ssl):?)handshaketimedout/], [/ハンドシェイク.{0,20}タイムアウト/]],
    outside: [
      PLUGIN_AND_CLI,
      {
        says: say`Old versions of the plugin cannot use temporary credentials of IAM Identity Center (SSO) for KMS.`,
        command: 'aws configure list',
      },
      {
        says: say`A proxy or a firewall on your machine may block the connection.`,
        command: 'curl -sS -o /dev/null https://ssmmessages.REGION.amazonaws.com && echo reached',
      },
    ],
  },
  {
    id: 'start-session-eof',
    name: 'Cannot perform start session: EOF',
    meaning: say`The plugin runs without a terminal, so its input ends at once. The session itself was opened.`,
    texts: [['Cannot perform start session: EOF'], [/セッションを開始できません.{0,10}eof/]],
    outside: [
      {
        says: say`CI, cron and some editors run commands without a terminal; \`script\` or \`unbuffer\` provides one.`,
        command: 'test -t 0 && echo terminal || echo no terminal',
      },
      {
        says: say`A terminal with a very long scrollback has been reported to cause it, too; try a new one.`,
        command: 'session-manager-plugin --version',
      },
    ],
  },
  {
    id: 'plugin-missing',
    name: 'SessionManagerPlugin is not found',
    meaning: say`The Session Manager plugin is not installed on the machine that runs the command, or is not on its \`PATH\`. It has to be installed there, not in the container.`,
    texts: [
      [
        /session-?manager-?plugin:?(?:is|was|command|executablefile)?(?:not(?:found|recognized)|が?見つかりません)/,
      ],
      [/nosuchfileordirectory:session-manager-plugin/],
    ],
    outside: [PLUGIN_AND_CLI],
  },
  {
    id: 'cli-too-old',
    name: 'Invalid choice: execute-command',
    meaning: say`This AWS CLI does not have \`execute-command\`. It was added in version 2.1.31.`,
    texts: [[/invalidchoice/, /execute-command|enable-execute-command/]],
    outside: [PLUGIN_AND_CLI],
  },
  {
    id: 'not-interactive',
    name: 'Interactive is the only mode supported currently',
    meaning: say`\`execute-command\` requires \`--interactive\`, even for a single command. There is no other mode.`,
    texts: [
      ['Interactive is the only mode supported'],
      ['the following arguments are required', '--interactive'],
    ],
    outside: [
      {
        says: say`The command line does not have \`--interactive\`.`,
        command:
          'aws ecs execute-command --cluster CLUSTER --task TASK --container CONTAINER --interactive --command "ls /"',
      },
    ],
  },
  {
    id: 'command-not-found',
    name: 'Failed to start pty: no such file or directory',
    meaning: say`The session was opened, but the image does not have the program that \`--command\` names. The command is not run by a shell, so \`VAR=value command\` and pipes need \`sh -c\`.`,
    texts: [
      ['Failed to start pty', /nosuchfileordirectory|executablefilenotfound|permissiondenied/],
      [
        /(?:exec:|fork\/exec)(?:\/(?:usr\/)?bin\/)?(?:bash|sh|ash|zsh):?(?:executablefilenotfound|nosuchfile|stat)/,
      ],
      [ABOUT_EXEC, /executablefilenotfoundin\$path|\/bin\/(?:ba)?sh:?nosuchfileordirectory/],
    ],
    unless: [
      /cannotstartcontainer|startingcontainerprocess|startcontainerprocess|kubectl|dockerexec|errorresponsefromdaemon/,
    ],
    outside: [
      {
        says: say`The image may have \`/bin/sh\` but no \`bash\`.`,
        command:
          'aws ecs execute-command --cluster CLUSTER --task TASK --container CONTAINER --interactive --command /bin/sh',
      },
      {
        says: say`The command may have been meant for another container of the task.`,
        command:
          "aws ecs describe-tasks --cluster CLUSTER --tasks TASK --query 'tasks[].containers[].[name,image]'",
      },
      AGENT_NOT_RUNNING,
    ],
  },
];
