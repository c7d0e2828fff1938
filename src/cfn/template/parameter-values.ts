import { commas, type Sentence, say } from '../../i18n/sentence.ts';
import type { Document } from '../../syntax/document.ts';
import type { Node } from '../../syntax/node.ts';
import { nodeAt } from '../../syntax/place.ts';
import { text } from '../functions/intrinsic.ts';
import { members, type Parameter } from '../functions/parameters.ts';
import { Declarations } from './declarations.ts';

/** Values of parameters, by name. */
export type ParameterValues = Readonly<Record<string, string>>;

/** Whether a whole value fits an `AllowedPattern`, a regular expression of Java; nothing when that cannot be told. */
export type PatternMatcher = (pattern: string, value: string) => boolean | undefined;

/** What is wrong with parameter values that templates are to be judged under: complete sentences. */
export function validateParameters(
  values: ParameterValues,
  documents: readonly Document[],
  fits: PatternMatcher,
): readonly Sentence[] {
  const templates = documents.map(document => new Declarations(document));
  return Object.entries(values).flatMap(([name, value]) => {
    const declaring = templates.filter(each => each.parameters.has(name));
    if (declaring.length === 0) return [say`No template declares the parameter \`${name}\`.`];
    return declaring.flatMap(({ document, parameters }) => {
      const parameter = parameters.get(name);
      const problem = parameter && problemIn(parameter, value, document, fits);
      return problem === undefined ? [] : [say`${document.file}: ${problem}`];
    });
  });
}

/** The parameters that some template declares. */
export function declaredParameters(documents: readonly Document[]): ReadonlySet<string> {
  return new Set(documents.flatMap(document => [...new Declarations(document).parameters.keys()]));
}

function problemIn(
  { name, type, isList }: Parameter,
  value: string,
  document: Document,
  fits: PatternMatcher,
): Sentence | undefined {
  const said = (key: string): Node | undefined => nodeAt({ document, path: ['Parameters', name, key] });
  const values = isList ? members(value) : [value];
  const list = said('AllowedValues');
  const allowed = list?.kind === 'sequence' ? list.items.map(item => text(item) ?? '') : undefined;
  const other = allowed && values.find(each => !allowed.includes(each));
  if (allowed && other !== undefined)
    return say`The parameter \`${name}\` cannot be \`${other}\`: it takes ${commas(allowed)}.`;
  const pattern = text(said('AllowedPattern'));
  const unfit = pattern === undefined ? undefined : values.find(each => fits(pattern, each) === false);
  if (unfit !== undefined)
    return say`The parameter \`${name}\` cannot be \`${unfit}\`: it does not match \`${pattern ?? ''}\`.`;
  if (type === 'Number' && !/^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?\s*$/.test(value))
    return say`The parameter \`${name}\` cannot be \`${value}\`: it takes a number.`;
  return undefined;
}
