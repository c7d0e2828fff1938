import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { CLI } from '../cli/harness.ts';

const ROOT: string = dirname(dirname(CLI));
const text = (...names: readonly string[]): string => readFileSync(join(ROOT, ...names), 'utf8');

/** A recipe for a pipeline, and what its service does with it. */
export interface Recipe {
  readonly name: string;
  readonly commands: string;
  readonly shell: readonly string[];
  /** The variables that the service sets, with the folder for temporary files of a job. */
  readonly env: (temporary: string) => Readonly<Record<string, string>>;
  /** The reports that it publishes, from the checkout. */
  readonly reports: (temporary: string) => readonly string[];
}

/** The steps of the workflow for GitHub. */
export const WORKFLOW: readonly { readonly run: string; readonly with: Readonly<Record<string, string>> }[] =
  parse(text('integrations', 'github-workflow.yml')).jobs.lint.steps;

const gitlab = parse(text('integrations', 'gitlab-ci.yml'))['ecs-exec-lint'];
const buildspec = parse(text('integrations', 'buildspec.yml'));
const { files, 'base-directory': base } = buildspec.reports['ecs-exec-lint'];
const azure = parse(text('integrations', 'azure-pipelines.yml')).steps;
const jenkins = text('integrations', 'Jenkinsfile');

const PUBLISHED_BY_JENKINS = /\bjunit testResults: '([^']+)'/;

/** Text in three single quotes, in which Groovy replaces nothing but what is behind a backslash. */
function scriptOfJenkins(): string {
  const script = /\bsh '''\n([^\\]*?)'''/.exec(jenkins)?.[1];
  if (script === undefined) throw new Error('The Jenkinsfile has no script.');
  return script;
}

/** The lines that a README shows for pipelines. */
export function recipeOf(readme: string): string {
  return /(?<=```sh\n)checkout=[\s\S]*?(?=```\n)/.exec(text(readme))?.[0] ?? '';
}

export const RECIPES: readonly Recipe[] = [
  {
    name: 'GitHub',
    commands: WORKFLOW[1]?.run ?? '',
    shell: ['bash', '-e'],
    env: temporary => ({ CI: 'true', GITHUB_ACTIONS: 'true', RUNNER_TEMP: temporary }),
    reports: temporary => [WORKFLOW[2]?.with.sarif_file?.replace('${{ runner.temp }}', temporary) ?? ''],
  },
  {
    name: 'GitLab',
    commands: gitlab.script.join('\n'),
    shell: ['bash', '-eo', 'pipefail'],
    env: () => ({ CI: 'true', GITLAB_CI: 'true' }),
    reports: () => Object.values<string>(gitlab.artifacts.reports),
  },
  {
    name: 'CodeBuild',
    commands: buildspec.phases.build.commands.join('\n'),
    shell: ['/bin/sh'],
    env: () => ({ CI: 'true', CODEBUILD_BUILD_ID: 'lint:1' }),
    reports: () => [join(base, files[0])],
  },
  {
    name: 'Jenkins',
    commands: scriptOfJenkins(),
    shell: ['/bin/sh', '-xe'],
    env: () => ({ CI: 'true', JENKINS_URL: 'https://jenkins.example.com/', BUILD_NUMBER: '1' }),
    reports: () => [PUBLISHED_BY_JENKINS.exec(jenkins)?.[1] ?? ''],
  },
  {
    name: 'Azure Pipelines',
    commands: azure[2].bash,
    shell: ['bash', '--noprofile', '--norc'],
    env: temporary => ({ TF_BUILD: 'True', AGENT_TEMPDIRECTORY: temporary }),
    reports: temporary => [
      join(temporary, azure[3].inputs.testResultsFiles),
      azure[4].inputs.PathtoPublish.replace('$(Agent.TempDirectory)', temporary),
    ],
  },
  {
    name: 'the README',
    commands: recipeOf('README.md'),
    shell: ['/bin/sh'],
    env: () => ({}),
    reports: () => [],
  },
];

/** Commands of the page about integrations, below a heading. */
export function commandsOnPage(heading: string): string {
  const [, below = ''] = text('docs', 'integrations.md').split(`\n${heading}\n`);
  return /(?<=```sh\n)[\s\S]*?(?=```\n)/.exec(below)?.[0] ?? '';
}
