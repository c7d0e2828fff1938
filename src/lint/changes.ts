import type { Resource } from '../cfn/scenario/resource.ts';
import { Declarations, type ResourceDeclaration } from '../cfn/template/declarations.ts';
import type { Document } from '../syntax/document.ts';
import { isObject, type JsonObject, property } from '../syntax/json-value.ts';
import { toJson } from '../syntax/node.ts';
import { nodeAt } from '../syntax/place.ts';

/** A resource that is new, or says something else than before. */
export interface ChangedResource {
  readonly file: string;
  readonly id: string;
  readonly type: string;
  readonly isNew: boolean;
  /** The properties that differ. */
  readonly properties: ReadonlySet<string>;
}

/** The resources that differ between two versions of templates, but for their metadata. */
export class Changes {
  readonly all: readonly ChangedResource[];

  constructor(before: readonly Document[], after: readonly Document[]) {
    const were = new Map(before.map(each => [each.file, each]));
    this.all = after.flatMap(document => {
      const old = were.get(document.file);
      return old?.text === document.text ? [] : changedIn(old, document);
    });
  }

  areIn({ file }: Document): boolean {
    return this.all.some(each => each.file === file);
  }

  of({ id, at }: Resource): ChangedResource | undefined {
    return this.all.find(each => each.id === id && each.file === at.document.file);
  }
}

function changedIn(before: Document | undefined, after: Document): readonly ChangedResource[] {
  const were = before ? new Declarations(before).resources : new Map<string, ResourceDeclaration>();
  const { file } = after;
  return [...new Declarations(after).resources.values()].flatMap((is): readonly ChangedResource[] => {
    const { id, type } = is;
    const was = were.get(id);
    if (!was) return [{ file, id, type, isNew: true, properties: new Set() }];
    const [old, present] = [attributesOf(was), attributesOf(is)];
    if (JSON.stringify(old) === JSON.stringify(present)) return [];
    return [{ file, id, type, isNew: false, properties: differing(old, present) }];
  });
}

function attributesOf({ at }: ResourceDeclaration): JsonObject {
  const node = nodeAt(at);
  const attributes = node ? toJson(node) : {};
  if (!isObject(attributes)) return {};
  return Object.fromEntries(Object.entries(attributes).filter(([key]) => key !== 'Metadata'));
}

function differing(before: JsonObject, after: JsonObject): ReadonlySet<string> {
  const [old, present] = [propertiesOf(before), propertiesOf(after)];
  const names = [...Object.keys(old), ...Object.keys(present)];
  const isSame = (name: string): boolean =>
    JSON.stringify(property(old, name)) === JSON.stringify(property(present, name));
  return new Set(names.filter(name => !isSame(name)));
}

function propertiesOf(attributes: JsonObject): JsonObject {
  const properties = property(attributes, 'Properties');
  return isObject(properties) ? properties : {};
}
