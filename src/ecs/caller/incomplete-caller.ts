import { text } from '../../cfn/functions/intrinsic.ts';
import { hasPlaceholder, placeholder } from '../../cfn/functions/placeholder.ts';
import type { Resource } from '../../cfn/scenario/resource.ts';
import type { Template } from '../../cfn/scenario/scenario-template.ts';
import { isRefused } from '../../iam/access-decision.ts';
import { clusterArn, inAnyRegion, taskArn } from '../../iam/arn.ts';
import { readStatements } from '../../iam/statements.ts';
import { nodeAt, type Place } from '../../syntax/place.ts';
import { distance } from '../../util/did-you-mean.ts';
import { EXECUTE_COMMAND } from '../model/actions.ts';
import { anyTask, type Caller, callers, mentioningCallers } from './exec-caller.ts';

/** Who is to run `execute-command`, and what keeps them from it, or may. */
export interface IncompleteCaller {
  readonly caller: Caller;
  /** AWS checks the action on the task and on its cluster: the one of the two that is not covered. */
  readonly lacks: 'cluster' | 'task' | 'DescribeTasks';
}

/** What the AWS CLI calls to find the container of the session. */
const DESCRIBE_TASKS = 'ecs:DescribeTasks';

export function incompleteCallers(template: Template): readonly IncompleteCaller[] {
  return callers(template).flatMap((caller): readonly IncompleteCaller[] => {
    const [lacks] = clustersOf(template).flatMap(each => uncovered(caller, each) ?? []);
    if (lacks) return [{ caller, lacks }];
    const needsMore = usesCli(caller.resource) && isRefused(caller.access(DESCRIBE_TASKS, [anyTask()]));
    return needsMore ? [{ caller, lacks: 'DescribeTasks' }] : [];
  });
}

/** The ARNs of a cluster and of its tasks. */
interface ClusterArns {
  readonly cluster: readonly string[];
  readonly tasks: readonly string[];
}

/** Those of each cluster of the template, and of one elsewhere. */
function clustersOf(template: Template): readonly ClusterArns[] {
  const local = template.resources('AWS::ECS::Cluster').map(({ id }) => {
    const name = placeholder(id);
    return { cluster: [clusterArn(name)], tasks: [taskArn(name)] };
  });
  return [...local, { cluster: [inAnyRegion(clusterArn(placeholder('a cluster')))], tasks: [anyTask()] }];
}

function uncovered(caller: Caller, { cluster, tasks }: ClusterArns): 'cluster' | 'task' | undefined {
  const onCluster = isRefused(caller.access(EXECUTE_COMMAND, cluster));
  const onTask = isRefused(caller.access(EXECUTE_COMMAND, tasks));
  if (onCluster === onTask) return undefined;
  return onCluster ? 'cluster' : 'task';
}

/** A role of a service calls the API itself; whoever has a policy that nobody here has may have others too. */
function usesCli({ type, template, at }: Resource): boolean {
  if (type === 'AWS::IAM::User' || type === 'AWS::IAM::Group') return true;
  const trust = readStatements(template, at, 'Properties', 'AssumeRolePolicyDocument');
  return (
    type === 'AWS::IAM::Role' &&
    trust.every(
      each => each.is === 'known' && template.find(each.value.at, 'Principal', 'Service').is === 'absent',
    )
  );
}

/** An action in a policy of which nearly all letters are those of `ecs:ExecuteCommand`. */
export interface MisspeltExecuteCommand {
  readonly caller: Caller;
  readonly at: Place;
  readonly written: string;
  /** Whether it stands there as it is, not computed and not inside another text. */
  readonly isLiteral: boolean;
}

export function misspeltExecuteCommands(template: Template): readonly MisspeltExecuteCommand[] {
  return mentioningCallers(template, isMisspelt).flatMap(caller => {
    if (!isRefused(caller.access(EXECUTE_COMMAND, [anyTask()]))) return [];
    return caller.statement.actions.flatMap(({ text: written, at }) => {
      if (written === undefined || !isMisspelt(written)) return [];
      return [
        { caller, at, written, isLiteral: text(nodeAt(at)) === written && at.document.within === undefined },
      ];
    });
  });
}

function isMisspelt(action: string): boolean {
  const small = action.toLowerCase();
  const meant = EXECUTE_COMMAND.toLowerCase();
  const isName = !hasPlaceholder(small) && !/[*?]/.test(small);
  return (
    isName && small !== meant && Math.abs(small.length - meant.length) <= 3 && distance(small, meant) <= 3
  );
}
