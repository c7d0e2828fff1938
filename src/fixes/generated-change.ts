import { textAt } from '../cfn/functions/intrinsic.ts';
import { constructOf, copilotService } from '../cfn/template/generator.ts';
import type { Edit } from '../edit/tree/edit.ts';
import type { Document } from '../syntax/document.ts';
import { nodeAt } from '../syntax/place.ts';

/** A resource that starts tasks, by its logical id. */
export interface LauncherResource {
  readonly document: Document;
  readonly id: string;
}

/** A change that is to be made where a template comes from. */
export interface GeneratedChange {
  readonly edits: readonly Edit[];
  /** What starts the tasks that it is about. */
  readonly launchers: readonly LauncherResource[];
}

/** Edits of a property, wherever it stands, or of what has it. */
export const sets =
  (name: string) =>
  (edit: Edit): boolean =>
    edit.at.path.includes(name) ||
    ('value' in edit && JSON.stringify(edit.value ?? null).includes(`"${name}"`));
/** Edits of resources of a type. */
export const changes =
  (type: string) =>
  (edit: Edit): boolean =>
    typeOf(edit) === type;
/** Edits that allow a role actions, as they are written in JSON. */
export const grants =
  (actions: RegExp) =>
  (edit: Edit): boolean => {
    const isOfIam = typeOf(edit)?.startsWith('AWS::IAM::') ?? false;
    if (!isOfIam || !('value' in edit) || (edit.op === 'set' && typeof edit.value === 'string')) return false;
    return actions.test(JSON.stringify(edit.value));
  };
/** Whether sessions need what an endpoint of this name leads to. */
export function isForSessions(edit: Edit): boolean {
  return 'value' in edit && JSON.stringify(edit.value ?? null).includes('ssmmessages');
}

/** The type of the resource that an edit creates. */
export function createdType(edit: Edit): string | undefined {
  if (!('value' in edit) || typeof edit.value !== 'object' || edit.value === null) return undefined;
  return 'Type' in edit.value && typeof edit.value.Type === 'string' ? edit.value.Type : undefined;
}

/** Whether what starts the tasks is a service without ECS Exec. */
export function isWithoutFlag(change: GeneratedChange): boolean {
  return isService(change) && change.launchers.some(each => !hasFlag(each));
}

/** Whether what starts the tasks is a service. */
export function isService({ launchers }: GeneratedChange): boolean {
  return launchers.some(each => textAt(placeOf(each, 'Type')) === 'AWS::ECS::Service');
}

function hasFlag(launcher: LauncherResource): boolean {
  return nodeAt(placeOf(launcher, 'Properties', 'EnableExecuteCommand')) !== undefined;
}

/** The construct of what starts the tasks: of one without ECS Exec, if there is one. */
export function launcherOf({ launchers }: GeneratedChange): string {
  const launcher = launchers.find(each => !hasFlag(each)) ?? launchers[0];
  return launcher ? (constructOf(launcher.document, launcher.id) ?? launcher.id) : '';
}

function placeOf({ document, id }: LauncherResource, ...keys: readonly string[]): Edit['at'] {
  return { document, path: ['Resources', id, ...keys] };
}

/** The construct that a resource comes from, as far as the template tells. */
export function constructAt(edit: Edit | undefined): string {
  const id = String(edit?.at.path[1] ?? '');
  return (edit && constructOf(edit.at.document, id)) ?? id;
}

/** The manifest that Copilot wrote a template from. */
export function manifestAt(edit: Edit | undefined): string {
  return `copilot/${(edit && copilotService(edit.at.document)) ?? 'NAME'}/manifest.yml`;
}

/** The type of the resource that an edit changes. */
export function typeOf({ at: { document, path } }: Edit): string | undefined {
  return path.length < 3 ? undefined : textAt({ document, path: [...path.slice(0, 2), 'Type'] });
}
