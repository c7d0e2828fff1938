import { say } from '../i18n/sentence.ts';
import { nameAlone, OF_AN_INSTANCE, REFUSED } from './contexts.ts';
import type { ErrorMessage, Phrase } from './error-message.ts';
import {
  AGENT_NOT_RUNNING,
  ENDPOINT_ELSEWHERE,
  FIRELENS,
  INSTANCE_TOO_OLD,
  ROLE_CHANGED_LATER,
  SERVICE_CONTROL_POLICY,
  TASK_STARTED_BEFORE,
} from './outside-causes.ts';

const NOT_REACHED: Phrase =
  /dialtcp|i\/otimeout|nosuchhost|timedout|timeoutexceeded|deadlineexceeded|connectionrefused|noroutetohost|networkisunreachable|handshaketimeout|badhandshake|connectionreset|unexpectedeof|couldnotconnect/;

/**
 * What is said when the agent in the container does not run or does not reach Session Manager.
 *
 * Sources: ECS API reference, ExecuteCommand, and aws/aws-cli#6456 and #9070 (TargetNotConnectedException);
 * keidarcy/e1s#206 (not enabled); aws/aws-cli#6903 and `docker_task_engine.go` of aws/amazon-ecs-agent (managed agent);
 * awslabs/landing-zone-accelerator-on-aws#330 (refused channels); aws/session-manager-plugin#49 (plugin not found);
 * ECS developer guide, "Monitor Amazon ECS containers with ECS Exec" (platform versions, Nano Server).
 */
export const AGENT_MESSAGES: readonly ErrorMessage[] = [
  {
    id: 'ssmmessages-refused',
    name: 'is not authorized to perform: ssmmessages:…',
    meaning: say`The ECS Exec agent is not allowed to open a channel to Session Manager. The task role lacks one of the four \`ssmmessages\` actions, or something denies it.`,
    texts: [[REFUSED, /ssmmessages:(?:create|open)(?:control|data)channel/]],
    unless: [OF_AN_INSTANCE],
    outside: [SERVICE_CONTROL_POLICY, ROLE_CHANGED_LATER],
  },
  {
    id: 'ssmmessages-not-reached',
    name: 'dial tcp … ssmmessages: i/o timeout',
    meaning: say`The endpoint of Session Manager (\`ssmmessages\`) cannot be reached. If it is in an agent log, check the network of the tasks; if your own terminal printed it, check the network of your machine.`,
    texts: [[/ssmmessages\.[a-z0-9-]+\.(?:amazonaws|api)/, NOT_REACHED]],
    outside: [
      ENDPOINT_ELSEWHERE,
      {
        says: say`Network ACLs, a firewall or DNS settings of the VPC may block the way.`,
        command:
          "aws ec2 describe-network-acls --filters Name=association.subnet-id,Values=SUBNET --query 'NetworkAcls[].Entries'",
      },
      {
        says: say`If your own terminal printed it, a proxy or a firewall blocks the way from your machine.`,
        command: 'curl -sS -o /dev/null https://ssmmessages.REGION.amazonaws.com && echo reached',
      },
    ],
  },
  {
    id: 'target-not-connected',
    name: 'TargetNotConnectedException',
    meaning: say`ECS Exec is on for the task, but its agent is not connected to Session Manager. The task role lacks the four \`ssmmessages\` actions, the network has no way out, or the agent does not run.`,
    texts: [
      ['TargetNotConnectedException'],
      [/targetnotconnected(?!\)whencallingthestartsession)/],
      [/targetnotconnected/, /ecs:[\w-]+_[0-9a-f]{32}/],
      ['execute command failed due to an internal error'],
      ['内部エラー', /コマンドの?実行|executecommand|executeコマンド/],
    ],
    outside: [
      AGENT_NOT_RUNNING,
      ROLE_CHANGED_LATER,
      SERVICE_CONTROL_POLICY,
      ENDPOINT_ELSEWHERE,
      INSTANCE_TOO_OLD,
      FIRELENS,
    ],
  },
  {
    id: 'exec-not-enabled-for-task',
    name: 'execute command was not enabled when the task was run or the execute command agent isn’t running',
    meaning: say`ECS Exec was off when this task was started, or its agent does not run. Turning it on only applies to tasks that are started afterwards.`,
    texts: [
      ['execute command was not enabled'],
      ['execute command agent isn’t running'],
      [/invalidparameterexception\)?whencallingtheexecutecommandoperation:?$/],
      [nameAlone('invalidparameterexception')],
      [/executecommand|コマンドの?実行/, /有効に(?:なっていな|されていな)|無効/, /タスク|エージェント/],
    ],
    outside: [TASK_STARTED_BEFORE, AGENT_NOT_RUNNING],
  },
  {
    id: 'managed-agent-stopped',
    name: 'ExecuteCommandAgent: STOPPED',
    meaning: say`The ECS Exec agent of a container could not be started, or has stopped. The container keeps running without it, and no session can be opened in it.`,
    texts: [
      [
        /executecommandagent.{0,200}laststatus:?(?:stopped|pending)|laststatus:?(?:stopped|pending).{0,200}executecommandagent/,
      ],
      [/executecommandagent(?:is|has|:|,|\()*(?:stopped|pending)/],
      [/managedagentstatus.{0,200}stopped\(reason/],
      [
        /cannotstartmanagedagent|executecommandagent(?:cannotberestarted|initializationfailed|processexited)|unabletostartexecutecommandagent/,
      ],
    ],
    outside: [AGENT_NOT_RUNNING, TASK_STARTED_BEFORE, INSTANCE_TOO_OLD],
  },
  {
    id: 'platform-without-exec',
    name: 'platform version without ECS Exec',
    meaning: say`The tasks run on a Fargate platform version that has no ECS Exec. It needs 1.4.0 or later on Linux, and 1.0.0 or later on Windows.`,
    texts: [
      [
        /platform-?version|プラットフォームのバージョン|プラットフォームバージョン/,
        /executecommand|execute-command|ecsexec/,
        /notsupport|unsupported|doesntsupport|incompatib|requires|tooold|1\.[0-3]\.0|サポート/,
      ],
    ],
    unless: ['cannotpull'],
    outside: [
      {
        says: say`The running task may have been started on an older platform version than the template names.`,
        command:
          "aws ecs describe-tasks --cluster CLUSTER --tasks TASK --query 'tasks[].[platformVersion,platformFamily]'",
      },
    ],
  },
  {
    id: 'nano-server',
    name: 'ECS Exec on Nano Server',
    meaning: say`ECS Exec does not support Windows Nano Server. Images based on Windows Server Core work.`,
    texts: [[/nano-?server/, /ecs|execute|ssm-?agent|session/]],
    outside: [AGENT_NOT_RUNNING],
  },
  {
    id: 'session-plugin-not-found',
    name: 'Plugin with name InteractiveCommands not found',
    meaning: say`The agent in the container is reached, but cannot start the session. This has been reported for containers whose \`/tmp\` or file system is full.`,
    texts: [['Plugin with name InteractiveCommands not found']],
    outside: [
      {
        says: say`The file system of the container may be full; a new task starts with an empty one.`,
        command:
          "aws ecs describe-tasks --cluster CLUSTER --tasks TASK --query 'tasks[].[startedAt,ephemeralStorage]'",
      },
      AGENT_NOT_RUNNING,
    ],
  },
];
