import type { Brought } from './brought.ts';

const manifest = (content: object): string => `${JSON.stringify(content, null, 2)}\n`;

/** The packages that the tool is built from, and what is loaded when its name is. */
const PACKAGES = ['ecs-exec-lint', 'yaml', 'js-yaml', 'cloudformation-js-yaml-schema', 'chalk', 'ignore'];

/** What would be run, loaded or followed where a tool looks for it in the current directory. */
export const PROGRAMS: readonly Brought[] = [
  {
    name: `\`node_modules\` with packages of its own: ${PACKAGES.map(each => `\`${each}\``).join(', ')}`,
    files: ({ js }) =>
      Object.fromEntries(
        PACKAGES.flatMap(name => [
          [
            `node_modules/${name}/package.json`,
            manifest({ name, version: '0.1.0', main: 'index.js', bin: { [name]: 'index.js' } }),
          ],
          [`node_modules/${name}/index.js`, js],
          [`node_modules/${name}/dist/cli.cjs`, js],
        ]),
      ),
  },
  {
    name: '`node_modules/.bin` with `ecs-exec-lint`, `node`, `npm`, `npx` and `git`',
    files: ({ sh }) =>
      Object.fromEntries(
        ['ecs-exec-lint', 'node', 'npm', 'npx', 'git', 'sh'].map(name => [`node_modules/.bin/${name}`, sh]),
      ),
  },
  {
    name: '`.npmrc` with a registry, `script-shell`, `node-options`, `prefix` and `git`',
    files: ({ sh, js }, registry) => ({
      '.npmrc': `registry=${registry}\nscript-shell=./evil/sh\nnode-options=--require=./evil/trap.cjs\nprefix=./evil/prefix\ncache=./evil/cache\ngit=./evil/sh\nignore-scripts=false\n`,
      'evil/sh': sh,
      'evil/trap.cjs': js,
      'evil/prefix/bin/ecs-exec-lint': sh,
    }),
  },
  {
    name: '`package.json` that calls itself `ecs-exec-lint`, with `type`, `exports`, `imports`, `bin` and scripts',
    files: ({ sh, js }) => ({
      'package.json': manifest({
        name: 'ecs-exec-lint',
        version: '0.1.0',
        type: 'module',
        main: './evil/main.cjs',
        exports: { '.': './evil/main.cjs', './*': './evil/main.cjs' },
        imports: { '#*': './evil/main.cjs' },
        bin: { 'ecs-exec-lint': './evil/bin' },
        packageManager: 'yarn@9.9.9',
        scripts: Object.fromEntries(
          ['preinstall', 'install', 'postinstall', 'prepare', 'ecs-exec-lint'].map(each => [
            each,
            './evil/bin',
          ]),
        ),
      }),
      'evil/main.cjs': js,
      'evil/bin': sh,
    }),
  },
  {
    name: 'settings of other package managers: `.yarnrc.yml`, `.yarnrc`, `.pnpmfile.cjs`, `.pnp.cjs`, `bunfig.toml`',
    files: ({ js }) => ({
      '.yarnrc.yml': 'yarnPath: ./evil/yarn.cjs\n',
      '.yarnrc': 'yarn-path "./evil/yarn.cjs"\n',
      'bunfig.toml': 'preload = ["./evil/yarn.cjs"]\n',
      '.pnpmfile.cjs': js,
      '.pnp.cjs': js,
      'evil/yarn.cjs': js,
    }),
  },
  {
    name: '`.env` with `NODE_OPTIONS`, `.envrc`, `.nvmrc`, `.node-version`, `.tool-versions`',
    files: ({ js, sh }) => ({
      '.env': 'NODE_OPTIONS=--require ./evil/environment.cjs\nPATH=./evil\n',
      '.envrc': sh,
      '.nvmrc': 'v0.10.0\n',
      '.node-version': 'v0.10.0\n',
      '.tool-versions': 'nodejs 0.10.0\n',
      'evil/environment.cjs': js,
    }),
  },
  {
    name: 'settings of other tools: `tsconfig.json`, `.editorconfig`, `.gitattributes`, `.gitmodules`, `.vscode`, `.githooks`, `.pre-commit-config.yaml`',
    files: ({ sh, js }) => ({
      'tsconfig.json': manifest({ extends: './evil/tsconfig.cjs' }),
      'evil/tsconfig.cjs': js,
      '.editorconfig': 'root = true\n[*]\nend_of_line = crlf\ncharset = utf-16le\n',
      '.gitattributes': '*.yml filter=evil diff=evil text eol=crlf\n',
      '.gitmodules': '[submodule "x"]\n\tpath = x\n\turl = ext::sh -c ./evil/hook\n\tupdate = !./evil/hook\n',
      '.vscode/settings.json': manifest({ 'ecs-exec-lint.path': './evil/hook' }),
      '.githooks/post-checkout': sh,
      'evil/hook': sh,
      '.pre-commit-config.yaml': 'repos: []\n',
    }),
  },
  {
    name: 'configurations and plugins that are code: `ecs-exec-lint.config.js`, `.ecs-exec-lint.cjs`, `rules/`',
    files: ({ js }) =>
      Object.fromEntries(
        [
          'ecs-exec-lint.config.js',
          '.ecs-exec-lint.cjs',
          '.ecs-exec-lint.js',
          'rules/index.js',
          'cli.cjs',
        ].map(name => [name, js]),
      ),
  },
];
