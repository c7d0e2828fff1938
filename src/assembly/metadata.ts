import { isArray, isObject, type Json, property } from '../syntax/json-value.ts';
import { type Frame, framesIn, framesWithin } from './frames.ts';

/** The metadata that the CDK keeps of the constructs of a stack, by their paths. */
export class ConstructMetadata {
  readonly #entries: Readonly<Record<string, Json>>;

  constructor(content: Json | undefined) {
    this.#entries = isObject(content) ? content : {};
  }

  /** The path of the construct with a logical id, where only one has it: `Stack/Web/Service`. */
  pathOf(id: string): string | undefined {
    const paths = Object.keys(this.#entries).filter(each => this.#data(each, 'aws:cdk:logicalId') === id);
    return paths.length === 1 ? paths[0]?.replace(/^\//, '') : undefined;
  }

  hasConstruct(path: string): boolean {
    return property(this.#entries, `/${path}`) !== undefined;
  }

  /** The frames in which a construct was made, innermost first. */
  framesOf(path: string): readonly Frame[] {
    const parts = path.split('/');
    const around = parts.map((_, i) => `/${parts.slice(0, i).join('/')}`);
    const stack = around.find(each => this.#data(each, 'aws:cdk:creationStack') !== undefined);
    const ofStack = stack === undefined ? [] : framesIn(this.#data(stack, 'aws:cdk:creationStack'));
    return framesWithin(framesIn(this.#traceOf(`/${path}`)), ofStack);
  }

  /** Before 2.251.0 the entry of the logical id has it, where `cdk synth --debug` was asked for. */
  #traceOf(key: string): Json | undefined {
    const creation = this.#data(key, 'aws:cdk:creationStack');
    return creation ?? this.#entry(key, 'aws:cdk:logicalId')?.trace;
  }

  #data(key: string, type: string): Json | undefined {
    return this.#entry(key, type)?.data;
  }

  #entry(key: string, type: string): Readonly<Record<string, Json>> | undefined {
    const entries = property(this.#entries, key);
    return isArray(entries) ? entries.filter(isObject).find(each => each.type === type) : undefined;
  }
}
