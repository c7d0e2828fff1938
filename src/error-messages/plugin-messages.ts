import { say } from '../i18n/sentence.ts';
import { ABOUT_EXEC } from './contexts.ts';
import type { ErrorMessage } from './error-message.ts';
import { AGENT_NOT_RUNNING, PLUGIN_AND_CLI } from './outside-causes.ts';

/**
 * What the Session Manager plugin prints, and the agent by way of it.
 *
 * Sources: widdix/mastodon-on-aws#30 (missing plugin); `session.go` and `sessionhandler.go` of
 * aws/session-manager-plugin, and aws/amazon-ssm-agent#354 (EOF) and #261 (inactivity); yukiarrr/ecsk#23 (20 minutes);
 * `datachannel.go` and `shell_unix.go` of aws/amazon-ssm-agent (handshake, pty);
 * aws-containers/amazon-ecs-exec-checker#37 (handshake and SSO). Japanese: AWS Knowledge Center on Session Manager.
 */
export const PLUGIN_MESSAGES: readonly ErrorMessage[] = [
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
      [ABOUT_EXEC, /20(?:idle)?-?min/, /session/],
      [/session.{0,40}(?:disconnect|clos|end|terminat|exit|tim).{0,30}20(?:idle)?-?min/],
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
    meaning: say`The agent and the plugin could not set up the session. With a KMS key for the cluster, one of them cannot reach KMS or does not get the data key; otherwise the plugin is too old.`,
    texts: [
      [/(?<!(?:tls|ssl):?)handshaketimedout/],
      [/encounterederrorwhileinitiatinghandshake(?!.*(?:fetchingdatakey|kmsencryption))/],
      [/ハンドシェイク.{0,20}タイムアウト/],
    ],
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
    id: 'command-not-found',
    name: 'Failed to start pty: no such file or directory',
    meaning: say`The session was opened, but the image does not have the program that \`--command\` names. The command is not run by a shell, so \`VAR=value command\` and pipes need \`sh -c\`.`,
    texts: [
      ['Failed to start pty', /nosuchfileordirectory|executablefilenotfound|permissiondenied/],
      [
        /(?:exec:|fork\/exec)(?:\/(?:usr\/)?bin\/)?(?:bash|sh|ash|zsh):?(?:executablefilenotfound|nosuchfile|stat)/,
      ],
      [ABOUT_EXEC, /executablefilenotfoundin\$path|\/bin\/(?:ba)?sh:?nosuchfileordirectory/],
      [/^(?:executablefilenotfoundin\$path|\/bin\/[a-z]*sh:?nosuchfileordirectory)$/],
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
