import type { JsonObject } from '../syntax/json-value.ts';

/** A resource as a command describes it. */
export interface DescribedResource {
  readonly type: string;
  /** What people call it. */
  readonly name: string;
  /** As CloudFormation writes them; `{ Ref: 'vpc-1' }` stands for another resource by its physical id. */
  readonly properties: JsonObject;
  /** Its ids and ARNs, the one first by which it is told from others. */
  readonly physicalIds: readonly [string, ...string[]];
  readonly account?: string | undefined;
  readonly region?: string | undefined;
  /** The properties about which nothing is said. */
  readonly undescribed?: readonly string[];
}

/** The outputs of a stack. */
export interface DescribedStack {
  readonly stackId: string;
  readonly outputs: readonly DescribedOutput[];
}

export interface DescribedOutput {
  /** Nothing where only the name of the export is known. */
  readonly key: string | undefined;
  readonly value: string;
  readonly exportName: string | undefined;
}

/** A reference to another resource by its physical id. */
export function reference(physicalId: string): JsonObject {
  return { Ref: physicalId };
}

/** The properties of a resource, without those that have no value. */
export function present(properties: Readonly<Record<string, JsonObject[string] | undefined>>): JsonObject {
  return Object.fromEntries(
    Object.entries(properties).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}

/** Where an output comes from, and how recent it is. */
export interface Source {
  readonly file: string;
  readonly isOutdated: boolean;
  readonly modified: number;
}
