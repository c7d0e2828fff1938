import type { Resource } from '../../cfn/scenario/resource.ts';
import type { Template } from '../../cfn/scenario/scenario-template.ts';
import { correctedPath } from '../../cfn/template/property-names.ts';
import { known } from '../../cfn/value.ts';
import { isPrefix, isWritten, type Place, parent } from '../../syntax/place.ts';
import type { Launcher } from '../launchers/launcher.ts';
import { launchers, launchersOf } from '../launchers/launchers.ts';
import { ownerOf } from '../launchers/service.ts';
import { ECS_TYPES, pathsOf, takes } from '../model/session-properties.ts';
import { booleanProperty } from '../resolve/scalars.ts';
import {
  ENABLE_EXECUTE_COMMAND,
  type ExecPropertyKey,
  execPropertyKeysBelow,
  execPropertyKeysIn,
} from './enable-execute-command.ts';
import { withoutBranches } from './keys-below.ts';

/** `EnableExecuteCommand`, or nearly that, where it does not count: CloudFormation rejects what it does not know. */
export interface MisplacedExecProperty extends ExecPropertyKey {
  readonly holder: Resource;
  /** Whether it stands where it should, under another name. */
  readonly isMisspelt: boolean;
  /** Those that it may be meant for. */
  readonly launchers: readonly Launcher[];
}

/** What people take for the place of the flag, besides what starts the tasks: the types of ECS that have none. */
const HOLDERS: readonly string[] = ECS_TYPES.filter(
  type => pathsOf(type, ENABLE_EXECUTE_COMMAND).length === 0,
);

/** The properties by which others name resources of these types. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['AWS::ECS::CapacityProvider', 'Name'],
  ['AWS::ECS::Cluster', 'ClusterName'],
  ['AWS::ECS::ClusterCapacityProviderAssociations', 'Cluster'],
  ['AWS::ECS::DaemonTaskDefinition', 'Family'],
  ['AWS::ECS::ExpressGatewayService', 'ServiceName'],
  ['AWS::ECS::PrimaryTaskSet', 'Service'],
  ['AWS::ECS::TaskDefinition', 'Family'],
  ['AWS::ECS::TaskSet', 'Service'],
]);

/** Of a state machine only the states that start tasks are known. */
const HAS_STATES = /::StateMachine$/;

/** The stray flags on what starts no tasks itself. */
export function execPropertiesOnOtherTypes(template: Template): readonly MisplacedExecProperty[] {
  return HOLDERS.flatMap(type => template.resources(type).flatMap(misplacedExecPropertiesOn));
}

export function misplacedExecPropertiesOn(holder: Resource): readonly MisplacedExecProperty[] {
  const { template } = holder;
  const all = template.declarations.macro === undefined ? execPropertyKeysBelow(template, holder.at) : [];
  const found = all.filter(key => !isTaken(key, holder));
  if (found.length === 0) return [];
  const users = candidates(holder).filter(each => uses(each, holder));
  return found.map(key => ({ ...key, holder, isMisspelt: false, launchers: users }));
}

/** The stray flags on the resource of a launcher: misspelled, or beside the right place. */
export function misplacedExecPropertiesIn(launcher: Launcher): readonly MisplacedExecProperty[] {
  const { resource: holder } = launcher;
  const { template } = holder;
  const ownPlace = launcher.execPropertyPlace();
  if (!ownPlace || template.declarations.macro !== undefined) return [];
  const all = launchersOf(holder);
  const keys = HAS_STATES.test(holder.type)
    ? execPropertyKeysIn(parent(ownPlace))
    : execPropertyKeysBelow(template, holder.at);
  return keys.flatMap(key => {
    if (isTaken(key, holder) || all.some(each => isOwn(key, each))) return [];
    const near = all.filter(each => isNear(key, each));
    const meant = near.length > 0 ? near : all;
    if (!meant.some(each => each.id === launcher.id)) return [];
    return [{ ...key, holder, isMisspelt: isIn(key, parent(ownPlace)), launchers: meant }];
  });
}

/** The stray flag that is why a service does not have its own: it is meant for no other. */
export function ownExecPropertyMisplaced(launcher: Launcher): MisplacedExecProperty | undefined {
  const definition = launcher.taskDefinition();
  const cluster = launcher.cluster();
  const { template, id } = launcher.resource;
  const holders = [
    ...(definition.is === 'known' ? [definition.value.resource] : []),
    ...(cluster.is === 'known' ? [cluster.value.resource] : []),
    ...template.resources('AWS::ECS::TaskSet'),
  ];
  const strays = [...misplacedExecPropertiesIn(launcher), ...holders.flatMap(misplacedExecPropertiesOn)];
  return strays.find(
    ({ launchers: meant }) => meant.length > 0 && meant.every(each => each.resource.id === id),
  );
}

/** Whether a stray flag says explicitly that exec is to be on. */
export function setsTrue({ at, holder }: MisplacedExecProperty): boolean {
  return booleanProperty(holder.template, known(at, at)).is === 'yes';
}

/** What has no name can only be used by reference. */
function candidates(holder: Resource): readonly Launcher[] {
  const { template, id, type } = holder;
  if (isWritten(holder.declared(NAMES.get(type) ?? ''))) return launchers(template);
  return template.declarations.references.to(id).flatMap(each => {
    const user = template.resource(each);
    return user ? launchersOf(user) : [];
  });
}

function uses(launcher: Launcher, holder: Resource): boolean {
  if (holder.type === 'AWS::ECS::TaskSet') {
    const service = ownerOf(holder);
    return service.is === 'known' && service.value.id === launcher.resource.id;
  }
  const used = holder.type === 'AWS::ECS::Cluster' ? launcher.cluster() : launcher.taskDefinition();
  return used.is === 'known' && used.value.id === holder.id;
}

/** Whether resources of the type take it there. */
function isTaken({ at }: ExecPropertyKey, { type, at: { path } }: Resource): boolean {
  return takes(type, correctedPath(type, withoutBranches(at.path.slice(path.length))));
}

/** Whether it is the flag of a launcher, in its right place. */
function isOwn({ at }: ExecPropertyKey, launcher: Launcher): boolean {
  const ownPlace = launcher.execPropertyPlace();
  return ownPlace !== undefined && isPrefix(at.path, ownPlace.path);
}

/** Whether it stands above, in or below the map that the flag of a launcher belongs in. */
function isNear(key: ExecPropertyKey, launcher: Launcher): boolean {
  const ownPlace = launcher.execPropertyPlace();
  if (!ownPlace) return false;
  const map = parent(ownPlace).path;
  return isPrefix(parent(key.at).path, map) || isPrefix(map, key.at.path);
}

function isIn({ at }: ExecPropertyKey, map: Place): boolean {
  return at.path.length === map.path.length + 1 && isPrefix(map.path, at.path);
}
