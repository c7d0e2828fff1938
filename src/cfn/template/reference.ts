import type { Node } from '../../syntax/node.ts';
import type { Iteration } from '../../syntax/place.ts';
import { closedPart } from '../functions/braces.ts';
import { bind, intrinsic, text } from '../functions/intrinsic.ts';

/** What a function points to by its name: a resource, a parameter, or an attribute of a resource. */
export interface Reference {
  readonly id: string;
  /** Nothing for what `Ref` gives; empty where an `Fn::GetAtt` names none. */
  readonly attribute: string | undefined;
}

/** The names in a `Ref`, `Fn::GetAtt` or `Fn::Sub`, as far as they are written out. */
export function referencesIn(node: Node | undefined, iteration: Iteration | undefined): readonly Reference[] {
  const call = intrinsic(node);
  if (!call) return [];
  const [first, second] = call.argument.kind === 'sequence' ? call.argument.items : [call.argument];
  switch (call.name) {
    case 'Ref': {
      const id = nameIn(first, iteration);
      return id === undefined ? [] : [{ id, attribute: undefined }];
    }
    case 'Fn::GetAtt': {
      const parts = [nameIn(first, iteration), nameIn(second, iteration)].filter(part => part !== undefined);
      return [second ? parseReference(parts.join('.')) : attributeOf(parts.join('.'))];
    }
    case 'Fn::Sub': {
      const pattern = bind(text(first) ?? '', iteration);
      const names = [...closedPart(pattern).matchAll(/\$\{([^!}][^}]*)\}/g)].map(
        match => match[1]?.trim() ?? '',
      );
      const own = second?.kind === 'mapping' ? second.entries.map(each => each.key) : [];
      return names.filter(name => !own.includes(name)).map(parseReference);
    }
    default:
      return [];
  }
}

/** Reads a name as `Fn::Sub` writes it: `Role`, `Role.Arn`. */
export function parseReference(name: string): Reference {
  const dot = name.indexOf('.');
  if (dot < 0) return { id: name, attribute: undefined };
  return { id: name.slice(0, dot), attribute: name.slice(dot + 1) };
}

/** Reads the one text that an `Fn::GetAtt` has: `Role.Arn`. */
export function attributeOf(written: string): Reference {
  return { ...parseReference(written), attribute: parseReference(written).attribute ?? '' };
}

/** A name may be a text in which nothing but the identifiers of loops was to be filled in. */
function nameIn(node: Node | undefined, iteration: Iteration | undefined): string | undefined {
  const call = intrinsic(node);
  const written = text(call?.name === 'Fn::Sub' ? call.argument : node);
  const name = written === undefined ? undefined : bind(written, iteration);
  return name?.includes('${') ? undefined : name;
}
