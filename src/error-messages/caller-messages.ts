import { say } from '../i18n/sentence.ts';
import { ABOUT_EXEC, nameAlone, REFUSED } from './contexts.ts';
import type { ErrorMessage } from './error-message.ts';
import {
  AGENT_NOT_RUNNING,
  CALLER_DENIED,
  CALLER_DIFFERS,
  OTHER_REGION,
  PLUGIN_AND_CLI,
  TASK_STOPPED,
} from './outside-causes.ts';

/**
 * What AWS and the AWS CLI answer to whoever opens a session, before there is one.
 *
 * Sources: aws/containers-roadmap#1050 and `ExecuteCommand` of the ECS API reference (refusals, clusters, tasks);
 * kubernetes/test-infra#18075 (`ssm:StartSession`); Mic-U/ecsher#56 (tasks); aws/containers-roadmap#187 (CLI without the
 * command, ServerException).
 */
export const CALLER_MESSAGES: readonly ErrorMessage[] = [
  {
    id: 'execute-command-refused',
    name: 'is not authorized to perform: ecs:ExecuteCommand',
    meaning: say`Whoever runs the command is not allowed to run \`execute-command\` on this task. AWS checks \`ecs:ExecuteCommand\` on the cluster and on the task, with the conditions of the policy.`,
    texts: [
      [REFUSED, 'ecs:ExecuteCommand'],
      [/accessdenied(?:exception)?\)?whencallingtheexecutecommandoperation/],
      [nameAlone('accessdenied', 'accessdeniedexception', 'clientexception')],
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
      [nameAlone('clientexception')],
      [
        ABOUT_EXEC,
        /task.{0,60}(?:notfound|isnotrunning|isntrunning|(?:is|has|was)(?:already)?(?:in(?:the)?)?stopped)/,
      ],
      [ABOUT_EXEC, /タスク.{0,60}(?:見つかりません|実行されていません|停止し)/],
      ['task length should be one of [32,36]'],
    ],
    unless: [/executecommandwasnotenabled|executecommandagent|taskdefinitionnotfound|filenotfound/],
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
      [/clusternotfound/, /ecs:|ecsexec|executecommand|execute-command/],
      [/^(?:error:)?clusternotfound\.?$/],
      [/クラスターが見つかりません/],
    ],
    unless: [/redshift|elasticache|rdscluster|kube/],
    outside: [OTHER_REGION, CALLER_DIFFERS],
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
    id: 'credentials-refused',
    name: 'ExpiredTokenException, UnrecognizedClientException',
    meaning: say`The credentials of whoever runs the command have expired or are wrong. Nothing was asked of the task yet.`,
    texts: [
      [/expiredtoken|unrecognizedclientexception|invalidclienttokenid|invalidsignature/, ABOUT_EXEC],
      [nameAlone('expiredtoken', 'expiredtokenexception', 'unrecognizedclientexception')],
      [/unabletolocatecredentials/, ABOUT_EXEC],
    ],
    outside: [CALLER_DIFFERS],
  },
  {
    id: 'service-unavailable',
    name: 'ServerException: Service Unavailable',
    meaning: say`ECS could not handle the request, or limits the rate of requests. Trying again after some seconds usually works, also for a task that has only just started.`,
    texts: [
      [
        /serverexception|serviceunavailable|throttlingexception|rateexceeded/,
        /executecommandoperation|execute-command/,
      ],
      [nameAlone('serverexception', 'throttlingexception', 'serviceunavailable')],
    ],
    outside: [AGENT_NOT_RUNNING],
  },
];
