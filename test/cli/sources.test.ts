import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folder, run } from './harness.ts';

type Json = Readonly<Record<string, unknown>>;

/** A service as the CDK writes it. */
function template(id: string, path: string | undefined): string {
  return JSON.stringify({
    Resources: {
      [id]: {
        Type: 'AWS::ECS::Service',
        Properties: { Cluster: 'shared', TaskDefinition: 'app' },
        ...(path !== undefined && { Metadata: { 'aws:cdk:path': path } }),
      },
    },
  });
}

function manifest(stack: Json, more: Json = {}): string {
  const artifacts = { Stack: { type: 'aws:cloudformation:stack', ...stack }, ...more };
  return JSON.stringify({ version: '55.0.0', artifacts });
}

const STACK = { properties: { templateFile: 'Stack.template.json' } };
const TREE = { Tree: { type: 'cdk:tree', properties: { file: 'tree.json' } } };

const made = (fqn: string, children: Json = {}): Json => ({ constructInfo: { fqn }, children });
const tree = JSON.stringify({
  version: 'tree-0.1',
  tree: made('aws-cdk-lib.App', {
    Stack: made('aws-cdk-lib.Stack', {
      Own: made('constructs.Construct', {
        Web: made('aws-cdk-lib.aws_ecs_patterns.ApplicationLoadBalancedFargateService', {
          Service: made('aws-cdk-lib.aws_ecs.FargateService', {
            Service: made('aws-cdk-lib.aws_ecs.CfnService'),
          }),
        }),
      }),
      L1: made('aws-cdk-lib.aws_ecs.CfnService'),
    }),
  }),
});

const PATH = 'Stack/Own/Web/Service/Service';

/** Metadata of a construct, with the frames in which it was made. */
function metadata(cwd: string, frames: readonly string[], path: string = PATH): Json {
  const absolute = (all: readonly string[]): readonly string[] =>
    all.map(each => each.replaceAll('CWD', cwd));
  return {
    '/Stack': [
      {
        type: 'aws:cdk:creationStack',
        data: absolute(['<anonymous> (CWD/bin/app.ts:3:1)', '...node internals...']),
      },
    ],
    [`/${path}`]: [
      { type: 'aws:cdk:logicalId', data: 'Web' },
      { type: 'aws:cdk:creationStack', data: absolute(frames) },
    ],
  };
}

const SOURCES = { 'bin/app.ts': '', 'lib/stack.ts': '', 'lib/web.ts': '', 'node_modules/x/index.js': '' };

/** A project that was synthesized, whose service was made in these frames. */
function project(frames: readonly string[]): string {
  const cwd = folder({ ...SOURCES, 'cdk.json': '{}' });
  return extended(cwd, {
    'cdk.out/Stack.template.json': template('Web', PATH),
    'cdk.out/manifest.json': manifest({ ...STACK, additionalMetadataFile: 'Stack.metadata.json' }, TREE),
    'cdk.out/Stack.metadata.json': JSON.stringify(metadata(cwd, frames)),
    'cdk.out/tree.json': tree,
  });
}

function extended(cwd: string, files: Readonly<Record<string, string>>): string {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, name)), { recursive: true });
    writeFileSync(join(cwd, name), text);
  }
  return cwd;
}

interface Source {
  readonly className?: string;
  readonly path: string;
  readonly frames: readonly { readonly file: string; readonly line: number; readonly column: number }[];
}

function sourcesOf(
  cwd: string,
  ...args: string[]
): { readonly sources: readonly (Source | undefined)[]; readonly err: string } {
  const { out, err } = run(cwd, ['-f', 'json', '--only', 'exec-not-enabled', ...args]);
  const { findings } = JSON.parse(out) as { findings: { source?: Source }[] };
  return { sources: findings.map(each => each.source), err };
}

function places(cwd: string, ...args: string[]): readonly string[] {
  const [source] = sourcesOf(cwd, ...args).sources;
  return (source?.frames ?? []).map(({ file, line, column }) => `${file}:${line}:${column}`);
}

const DIRECT = [
  '...new ApplicationLoadBalancedFargateService in aws-cdk-lib...',
  'new WebStack (CWD/lib/stack.ts:17:5)',
  '<anonymous> (CWD/bin/app.ts:3:1)',
  '...node internals...',
];

describe('the source of a finding', () => {
  test('is the construct that the app makes, and where', () => {
    expect(sourcesOf(project(DIRECT)).sources).toEqual([
      {
        className: 'aws_ecs_patterns.ApplicationLoadBalancedFargateService',
        path: 'Stack/Own/Web',
        frames: [{ file: 'lib/stack.ts', line: 17, column: 5 }],
      },
    ]);
  });

  test('is what a helper makes, and where that is called', () => {
    const frames = ['web (CWD/lib/web.ts:4:10)', ...DIRECT.slice(1)];
    expect(places(project(frames))).toEqual(['lib/web.ts:4:10', 'lib/stack.ts:17:5']);
  });

  test.each(['', 'WebStack.'])('is a field of a class, and not also its constructor: %j', name => {
    const field = `${name}<instance_members_initializer> (CWD/lib/web.ts:4:10)`;
    const frames = [field, 'new WebStack (CWD/lib/web.ts:3:1)', ...DIRECT.slice(2)];
    expect(places(project(frames))).toEqual(['lib/web.ts:4:10']);
  });

  test('is still known of where the trace was cut', () => {
    expect(places(project(DIRECT.slice(0, 3)))).toEqual(['lib/stack.ts:17:5']);
  });

  test.each([
    ['in a package', 'new X (CWD/node_modules/x/index.js:1:2)', []],
    ['in no file that is there', 'new X (CWD/lib/gone.ts:1:2)', []],
    ['outside of the project', 'new X (/etc/hostname:1:2)', []],
    ['outside of the project, by a detour', 'new X (CWD/../../etc/hostname:1:2)', []],
    ['of Node.js', 'Module._compile (node:internal/modules/cjs/loader:1521:14)', []],
    ['of a module, by its URL', 'new X (file://CWD/lib/web.ts:1:2)', ['lib/web.ts:1:2']],
    ['without a name', 'CWD/lib/web.ts:1:2', ['lib/web.ts:1:2']],
    ['as an error has it', '    at new X (CWD/lib/web.ts:1:2)', ['lib/web.ts:1:2']],
    ['of nonsense', 'new X (CWD/lib/web.ts)', []],
  ])('counts no frame, or does: %s', (_, frame, expected) => {
    expect(places(project([frame]))).toEqual(expected);
  });

  test('is not behind a link', () => {
    const cwd = project(['new X (CWD/lib/linked.ts:1:2)']);
    symlinkSync('/etc/hostname', join(cwd, 'lib/linked.ts'));
    expect(places(cwd)).toEqual([]);
  });

  test('is read of the manifest that older versions write', () => {
    const cwd = folder({ ...SOURCES, 'cdk.json': '{}' });
    const trace = [
      `new FargateService (${cwd}/node_modules/aws-cdk-lib/aws-ecs/lib/fargate-service.js:1:1)`,
      `web (${cwd}/lib/web.ts:4:10)`,
      `new WebStack (${cwd}/lib/stack.ts:17:5)`,
      `Object.<anonymous> (${cwd}/bin/app.ts:3:1)`,
    ];
    const entries = { [`/${PATH}`]: [{ type: 'aws:cdk:logicalId', data: 'Web', trace }] };
    extended(cwd, {
      'cdk.out/Stack.template.json': template('Web', PATH),
      'cdk.out/manifest.json': manifest({ ...STACK, metadata: entries }),
    });
    expect(places(cwd)).toEqual(['lib/web.ts:4:10', 'lib/stack.ts:17:5']);
    expect(sourcesOf(cwd).sources[0]?.path).toBe('Stack/Own/Web/Service');
  });

  test('is found by the logical id where templates have no paths', () => {
    const cwd = project(DIRECT);
    extended(cwd, { 'cdk.out/Stack.template.json': template('Web', undefined) });
    expect(places(cwd)).toEqual(['lib/stack.ts:17:5']);
  });

  test('is found for nested stacks, and for stages by the tree of the app', () => {
    const cwd = project(DIRECT);
    const stage = manifest({ ...STACK, additionalMetadataFile: 'Stack.metadata.json' });
    extended(cwd, {
      'cdk.out/manifest.json': manifest(
        { properties: { templateFile: 'Other.template.json' } },
        { ...TREE, stage: { type: 'cdk:cloud-assembly', properties: { directoryName: 'assembly-S' } } },
      ),
      'cdk.out/Stack.template.json': '{}',
      'cdk.out/assembly-S/manifest.json': stage,
      'cdk.out/assembly-S/Stack.metadata.json': JSON.stringify(metadata(cwd, DIRECT)),
      'cdk.out/assembly-S/Nested.nested.template.json': template('Web', PATH),
    });
    expect(sourcesOf(cwd).sources).toEqual([
      {
        className: 'aws_ecs_patterns.ApplicationLoadBalancedFargateService',
        path: 'Stack/Own/Web',
        frames: [{ file: 'lib/stack.ts', line: 17, column: 5 }],
      },
    ]);
  });

  test('is only half known, and said to be, where a file of the assembly cannot be read', () => {
    const cwd = extended(project(DIRECT), { 'cdk.out/tree.json': '{', 'cdk.out/Stack.metadata.json': '[' });
    const { sources, err } = sourcesOf(cwd);
    expect(sources).toEqual([{ path: 'Stack/Own/Web/Service', frames: [] }]);
    expect(err).toContain('cdk.out/tree.json: This is not valid JSON.');
    expect(err).toContain('cdk.out/Stack.metadata.json: This is not valid JSON.');
    expect(err).not.toContain('    at ');
  });

  test.each(['../Stack.metadata.json', '/etc/passwd'])('is not read elsewhere: %s', file => {
    const cwd = project(DIRECT);
    extended(cwd, {
      'Stack.metadata.json': JSON.stringify(metadata(cwd, DIRECT)),
      'cdk.out/manifest.json': manifest({ ...STACK, additionalMetadataFile: file }),
    });
    const { sources, err } = sourcesOf(cwd);
    expect(sources[0]?.frames).toEqual([]);
    expect(err).toContain('which is outside the folder of its assembly');
  });

  test('is not looked for where nothing is shown', () => {
    const cwd = extended(project(DIRECT), { 'cdk.out/tree.json': '{' });
    expect(sourcesOf(cwd).err).toContain('tree.json');
    expect(run(cwd, ['--skip', 'exec-not-enabled']).err).not.toContain('tree.json');
  });
});

describe('a source is shown', () => {
  const HELPER = ['web (CWD/lib/web.ts:4:10)', ...DIRECT.slice(1)];

  test('for people', () => {
    const { out } = run(project(HELPER), []);
    expect(out.replace(/\s+/g, ' ')).toContain(
      'from: aws_ecs_patterns.ApplicationLoadBalancedFargateService Stack/Own/Web · lib/web.ts:4:10, called at lib/stack.ts:17:5',
    );
  });

  test('by GitHub, at the line of the app', () => {
    const { out } = run(project(HELPER), ['-f', 'github']);
    expect(out).toContain('::error file=lib/web.ts,line=4,col=10,title=exec-not-enabled::');
  });

  test('in SARIF, with the template as a related place', () => {
    const { out } = run(project(HELPER), ['-f', 'sarif', '--only', 'exec-not-enabled']);
    const [result] = JSON.parse(out).runs[0].results;
    const uri = (location: { physicalLocation: { artifactLocation: { uri: string } } }): string =>
      location.physicalLocation.artifactLocation.uri;
    expect(result.locations.map(uri)).toEqual(['lib/web.ts']);
    expect(result.locations[0].physicalLocation.region).toEqual({ startLine: 4, startColumn: 10 });
    expect(result.relatedLocations.map(uri)).toEqual(['lib/stack.ts', 'cdk.out/Stack.template.json']);
  });
});
