import { type Sentence, say } from '../../i18n/sentence.ts';
import type { Document } from '../../syntax/document.ts';
import { entry, type Node } from '../../syntax/node.ts';
import { text } from '../functions/intrinsic.ts';
import type { Declarations } from './declarations.ts';

/** The transforms that AWS hosts; they leave what ECS Exec depends on as it is written. */
const HARMLESS =
  /^AWS::(?:LanguageExtensions|Serverless-2016-10-31|SecretsManager-\S+|CodeDeployBlueGreen|CodeStar)$/;

/** Of those, the ones that add no resource that a template could point to. */
const CLOSED = /^AWS::(?:LanguageExtensions|SecretsManager-\S+|CodeDeployBlueGreen)$/;

/** Why a template may hold more than it shows: a macro rewrites it. */
export function macroOf(document: Document): Sentence | undefined {
  const macro = transforms(document).find(each => !HARMLESS.test(nameOf(each) ?? ''));
  if (!macro) return undefined;
  const name = nameOf(macro);
  return name ? say`the macro \`${name}\` may add it` : say`a transform may add it`;
}

/** Why a template may have resources under ids that it does not declare: SAM and modules bring their own. */
export function rewriterOf(declarations: Declarations): Sentence | undefined {
  const open = transforms(declarations.document).find(each => !CLOSED.test(nameOf(each) ?? ''));
  return open ? say`the transform \`${nameOf(open) ?? ''}\` may add it` : moduleOf(declarations);
}

/** Why a template may have resources of any type: a module brings its own. */
export function moduleOf({ resources }: Declarations): Sentence | undefined {
  const module = [...resources.values()].find(each => each.type.endsWith('::MODULE'));
  return module && say`the module \`${module.id}\` may hold it`;
}

/** The transforms that a template names, in their order. */
export function transforms(document: Document): readonly Node[] {
  const { root } = document;
  const transform = root.kind === 'mapping' ? entry(root, 'Transform')?.value : undefined;
  if (!transform) return [];
  return transform.kind === 'sequence' ? transform.items : [transform];
}

/** A transform is named by text, or by a map that gives it parameters. */
function nameOf(transform: Node): string | undefined {
  return text(transform.kind === 'mapping' ? entry(transform, 'Name')?.value : transform);
}
