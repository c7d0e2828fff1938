import type { Sentence } from '../../i18n/sentence.ts';
import type { Document } from '../../syntax/document.ts';
import { child, type Place } from '../../syntax/place.ts';
import { arnScope } from '../functions/arn-scope.ts';
import { fillIn } from '../functions/placeholder.ts';
import type { Declarations } from '../template/declarations.ts';
import type { Budget } from './budget.ts';
import type { DeployedStack } from './deployed-stack.ts';
import type { Domains } from './domain.ts';
import { environmentParameters, mayBeIn, withValues } from './pseudo-parameters.ts';
import type { TemplateSet } from './template-set.ts';

/** A stack inside which another one is made: the resource there that is this stack. */
export interface Nesting {
  readonly stack: Stack;
  readonly at: Place;
  /** Why its template may be another one: a phrase that follows "because". */
  readonly unsure: Sentence | undefined;
}

/** One template as it is deployed: on its own, or nested in the stack of another one, which gives it its parameters. */
export class Stack {
  /** Tells it from the other stacks of its system. */
  readonly key: string;
  readonly declarations: Declarations;
  /** The templates that it was given together with. */
  readonly system: TemplateSet | undefined;
  readonly parent: Nesting | undefined;
  /** The stacks nested in it, by logical id, as far as their templates were given. */
  readonly children: Map<string, Stack> = new Map();
  /** The files of the templates that a nested stack may have, by logical id, where several fit. */
  readonly ambiguous: Map<string, readonly string[]> = new Map();
  #domains: Domains | undefined;
  #environment: ReadonlyMap<string, string> | undefined;

  constructor(
    system: TemplateSet | undefined,
    key: string,
    declarations: Declarations,
    parent: Nesting | undefined,
  ) {
    this.system = system;
    this.key = key;
    this.declarations = declarations;
    this.parent = parent;
  }

  /** That of all stacks with its template; without a system there is no end to it. */
  get effort(): Budget | undefined {
    return this.system?.effort(this.document);
  }

  get document(): Document {
    return this.declarations.document;
  }

  /** What is known of how the outermost of its lineage is deployed. */
  get deployed(): DeployedStack | undefined {
    return this.system?.deployedAs(this.lineage().at(-1)?.document ?? this.document);
  }

  /** A text with its own name for `AWS::StackName`, where that is known: nested stacks have names of their own. */
  withStackName(text: string): string {
    const name = this.parent ? undefined : this.deployed?.name;
    return name === undefined ? text : fillIn(text, 'AWS::StackName', name);
  }

  /** The pseudo parameters that tell where it is deployed, with their values as far as these are known. */
  get environment(): ReadonlyMap<string, string> {
    this.#environment ??= environmentParameters(this.deployed);
    return this.#environment;
  }

  /** A text with the values that pseudo parameters have in it, as far as these are known. */
  withPseudoParameters(text: string): string {
    return withValues(this.withStackName(text), this.environment);
  }

  /** Whether an ARN, or the id of an account, may be of where it is deployed, as far as both are known. */
  mayHave(reference: string): boolean {
    const text = this.withPseudoParameters(reference);
    const account = /^\d{12}$/.test(text) ? text : undefined;
    return mayBeIn(account === undefined ? arnScope(text) : { account }, this.environment);
  }

  domains(make: () => Domains): Domains {
    this.#domains ??= make();
    return this.#domains;
  }

  /** Where the parent stack says what a parameter is; nothing when there is none. */
  passed(parameter: string): Place | undefined {
    return this.parent && child(this.parent.at, 'Properties', 'Parameters', parameter);
  }

  /** The stacks around it, from the inside out, and itself. */
  lineage(): readonly Stack[] {
    return [this, ...(this.parent?.stack.lineage() ?? [])];
  }

  /** It and the stacks that are nested in it, at whatever depth. */
  tree(): readonly Stack[] {
    return [this, ...[...this.children.values()].flatMap(each => each.tree())];
  }
}
