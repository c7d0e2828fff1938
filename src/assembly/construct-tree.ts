import { isObject, type Json, type JsonObject, property } from '../syntax/json-value.ts';

/** A construct that an app makes, with what it is made of by the CDK itself. */
export interface AppConstruct {
  readonly path: string;
  /** Its class, without the name of the library: `aws_ecs.FargateService`. */
  readonly className: string;
}

const LIBRARY = /^(?:aws-cdk-lib|@aws-cdk\/[\w-]+)\./;

/** What constructs are in, and not made of. */
const SCOPES = /^(?:aws-cdk-lib|@aws-cdk\/core)\.(?:App|Stage|Stack|NestedStack)$/;

/** The construct that an app makes, of which the one at a path is, by the tree of a cloud assembly. */
export function constructAt(tree: Json, path: string): AppConstruct | undefined {
  const found: AppConstruct[] = [];
  let node = isObject(tree) ? property(tree, 'tree') : undefined;
  const parts = path.split('/');
  for (const [i, part] of parts.entries()) {
    node = isObject(node) ? childOf(node, part) : undefined;
    if (node === undefined) break;
    const name = classOf(node);
    if (name === undefined || !LIBRARY.test(name) || SCOPES.test(name)) found.length = 0;
    else
      found.push({
        path: parts.slice(0, i + 1).join('/'),
        className: name.replace(/^aws-cdk-lib\./, ''),
      });
  }
  return found[0];
}

function childOf(node: JsonObject, name: string): Json | undefined {
  const children = property(node, 'children');
  return isObject(children) ? property(children, name) : undefined;
}

function classOf(node: Json | undefined): string | undefined {
  const info = isObject(node) ? property(node, 'constructInfo') : undefined;
  const name = isObject(info) ? property(info, 'fqn') : undefined;
  return typeof name === 'string' ? name : undefined;
}
