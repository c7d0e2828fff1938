import { dirname, relative, resolve } from 'node:path';
import { reason, UsageError } from '../cli/core/errors.ts';
import { display, isWithin } from '../cli/core/paths.ts';
import { readFound } from '../cli/core/read-file.ts';
import { slashed } from '../cli/files/assembly-files.ts';
import { IgnorePatterns } from '../cli/files/ignore-patterns.ts';
import { type Input, placeOf } from '../cli/files/inputs.ts';
import { say } from '../i18n/sentence.ts';
import { type CloudAssemblies, type Document, parse, relatedFiles, scanText } from '../index.ts';

/** A template of an app. */
export interface AppTemplate {
  readonly input: Input;
  /** In slashes. */
  readonly path: string;
  readonly document: Document;
  /** Whether its findings are reported; others only answer what it asks of them. */
  readonly isValidated: boolean;
}

/** Which templates of an app are judged. */
export interface TemplateChoice {
  readonly cwd: string;
  /** Patterns as in `.gitignore`, each from the folder that it is written in. */
  readonly ignored: readonly {
    readonly folder: string;
    readonly patterns: readonly string[];
    readonly where: string;
  }[];
  /** Whether a text is judged whatever the others refer to. */
  readonly isWanted: (text: string) => boolean;
}

/**
 * The templates of an app, nested ones and those of all stages among them. Validated are those in the assemblies of the
 * given ones: all of them, or those of the one stage that the plugin was added to.
 */
export function templatesOfApp(
  given: readonly string[],
  assemblies: CloudAssemblies,
  { cwd, ignored, isWanted }: TemplateChoice,
): readonly AppTemplate[] {
  const paths = given.map(each => slashed(placeOf(each).real));
  const folders = new Set(paths.map(each => dirname(each)));
  const [root = ''] = [...folders].map(each => assemblies.rootOf(each));
  const patterns = ignored.map(each => new IgnorePatterns(each.folder, each.patterns, each.where));
  const files = [...new Set([...paths, ...assemblies.templatesIn(root)])].flatMap(path => {
    const name = nameOf(path, root, cwd);
    if (patterns.some(each => each.ignores(resolve(cwd, name)))) return [];
    const text = textOf(path, name);
    const input = { name, place: { path, real: path }, isNamed: true };
    const hints = { hints: scanText(text), objectKeys: assemblies.objectKeysOf(path) };
    return [{ name, input, path, text, ...hints, isValidated: folders.has(dirname(path)) }];
  });
  return relatedFiles(files, each => isWanted(each.text)).map(({ name, text, ...each }) => ({
    ...each,
    document: parse(name, text),
  }));
}

/** An assembly that is written elsewhere, as for a test of the app, counts as the one that is usually written. */
function nameOf(path: string, root: string, cwd: string): string {
  return isWithin(path, cwd) ? display(path, cwd) : `cdk.out/${slashed(relative(root, path))}`;
}

function textOf(path: string, name: string): string {
  try {
    return readFound(path);
  } catch (error) {
    throw new UsageError(say`${name}: ${reason(error)}.`, say``);
  }
}
