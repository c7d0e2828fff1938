import { existsSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { isWithin } from '../core/paths.ts';
import { readFound } from '../core/read-file.ts';

const BUILD = join('.aws-sam', 'build') + sep;

/** What SAM takes for the source unless `samconfig.toml` says otherwise. */
const SOURCES: readonly string[] = ['template.yaml', 'template.yml', 'template.json'];

/**
 * The source of a template that `sam build` wrote, if it is checked itself.
 *
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-cli-command-reference-sam-build.html
 */
export function sourceOfBuild(path: string, isChecked: (path: string) => boolean): string | undefined {
  const at = path.lastIndexOf(BUILD);
  if (at < 0 || !['', sep].includes(path.slice(at - 1, at))) return undefined;
  const project = path.slice(0, at);
  const sources = [...configured(join(project, 'samconfig.toml')), ...SOURCES].map(each =>
    resolve(project, each),
  );
  return sources.find(each => isWithin(each, project) && existsSync(each) && isChecked(each));
}

function configured(file: string): readonly string[] {
  try {
    return [...readFound(file).matchAll(/^\s*template(?:_file)?\s*=\s*["']([^"'\n]+)["']/gm)].flatMap(
      ([, name]) => name ?? [],
    );
  } catch {
    return [];
  }
}
