import { textAt } from '../cfn/functions/intrinsic.ts';
import { type ConstructLookup, constructOf, copilotService } from '../cfn/template/generator.ts';
import type { Edit } from '../edit/tree/edit.ts';
import type { Sentence } from '../i18n/sentence.ts';
import type { Document } from '../syntax/document.ts';
import { isArray, isObject, type Json } from '../syntax/json-value.ts';
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
  /** What the app says of its constructs, where that is known. */
  readonly constructs: ConstructLookup | undefined;
}

/** What to say of a change that a generator has its own words for. The first that fits counts. */
export interface Advice {
  /** The edit that it is about. */
  readonly edit: (edit: Edit) => boolean;
  readonly when?: (change: GeneratedChange, edit: Edit) => boolean;
  readonly advice: (change: GeneratedChange, edit: Edit) => Sentence;
}

/** Edits of a property, wherever it stands, or of what has it. */
export const sets =
  (name: string) =>
  (edit: Edit): boolean =>
    edit.at.path.includes(name) || writes(edit, `"${name}"`);
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
/** Edits that create a resource of a type. */
export const creates =
  (type: string) =>
  (edit: Edit): boolean =>
    createdType(edit) === type;

/** Whether a text is in the value of an edit, as that is written in JSON. */
export function writes(edit: Edit, text: string): boolean {
  return 'value' in edit && JSON.stringify(edit.value ?? null).includes(text);
}

/** The type of the resource that an edit creates. */
export function createdType(edit: Edit): string | undefined {
  if (!('value' in edit) || typeof edit.value !== 'object' || edit.value === null) return undefined;
  return 'Type' in edit.value && typeof edit.value.Type === 'string' ? edit.value.Type : undefined;
}

/** The type of the resource that an edit changes. */
export function typeOf({ at: { document, path } }: Edit): string | undefined {
  return path.length < 3 ? undefined : textAt({ document, path: [...path.slice(0, 2), 'Type'] });
}

/** Whether what starts the tasks is a service without ECS Exec. */
export function isWithoutFlag(change: GeneratedChange): boolean {
  return isService(change) && change.launchers.some(each => !hasFlag(each));
}

/** Whether what starts the tasks is a service. */
export function isService({ launchers }: GeneratedChange): boolean {
  return launchers.some(each => textAt(placeOf(each, 'Type')) === 'AWS::ECS::Service');
}

/** What is not written as `false` may be on. */
function hasFlag(launcher: LauncherResource): boolean {
  const flag = placeOf(launcher, 'Properties', 'EnableExecuteCommand');
  return nodeAt(flag) !== undefined && textAt(flag)?.toLowerCase() !== 'false';
}

/** What starts the tasks: one without ECS Exec, if there is one. */
export function launcherOf({ launchers }: GeneratedChange): LauncherResource | undefined {
  return launchers.find(each => !hasFlag(each)) ?? launchers[0];
}

/** A place in a resource that starts tasks. */
export function placeOf({ document, id }: LauncherResource, ...keys: readonly string[]): Edit['at'] {
  return { document, path: ['Resources', id, ...keys] };
}

/** The construct that a resource comes from, as `FargateService Stack/Web`, or as much of it as is known. */
export function constructName({ constructs }: GeneratedChange, { document, id }: LauncherResource): string {
  const construct = constructs?.(document, id);
  const path = construct?.path ?? constructOf(document, id) ?? id;
  const name = construct?.className?.split('.').at(-1);
  return name === undefined ? path : `${name} ${path}`;
}

/** The class of the construct that a resource comes from, as `aws_ecs.FargateService`. */
export function constructClass(
  { constructs }: GeneratedChange,
  { document, id }: LauncherResource,
): string | undefined {
  return constructs?.(document, id)?.className;
}

/** The resource that an edit changes, or creates. */
export function resourceAt({ at: { document, path } }: Edit): LauncherResource {
  return { document, id: String(path[1] ?? '') };
}

/** How that is called in the app. */
export function nameAt(change: GeneratedChange, edit: Edit): string {
  return constructName(change, resourceAt(edit));
}

/** The resource of a type that the value of an edit refers to. */
export function referredTo(edit: Edit, type: string): LauncherResource | undefined {
  const { document } = edit.at;
  const ids = 'value' in edit ? idsIn(edit.value) : [];
  return ids.map(id => ({ document, id })).find(each => textAt(placeOf(each, 'Type')) === type);
}

function idsIn(value: Json): readonly string[] {
  if (isArray(value)) return value.flatMap(idsIn);
  if (!isObject(value)) return [];
  const { Ref, 'Fn::GetAtt': attribute } = value;
  const ids = [Ref, isArray(attribute) ? attribute[0] : undefined];
  return [...ids.filter(each => typeof each === 'string'), ...Object.values(value).flatMap(idsIn)];
}

/** The manifest that Copilot wrote a template from. */
export function manifestAt(edit: Edit): string {
  return `copilot/${copilotService(edit.at.document) ?? 'NAME'}/manifest.yml`;
}
