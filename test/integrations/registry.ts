import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import locked from '../../package-lock.json' with { type: 'json' };
import { CLI } from '../cli/harness.ts';

const ROOT: string = dirname(dirname(CLI));

/** A registry of npm packages on this machine. */
export interface Registry {
  readonly url: string;
  /** The paths that it was asked for. */
  readonly asked: readonly string[];
  close(): void;
}

/** Serves this package and all that is installed with it, as they are packed into this folder. */
export async function serveOwn(folder: string): Promise<Registry> {
  const paths = Object.entries(locked.packages).flatMap(([path, each]) => ('dev' in each ? [] : path));
  return serve(pack(paths, folder), folder);
}

/** Serves nothing. */
export async function serveNothing(): Promise<Registry> {
  return serve([], '');
}

interface Packed {
  readonly name: string;
  readonly version: string;
  readonly filename: string;
  readonly integrity: string;
  readonly manifest: object;
}

function pack(paths: readonly string[], folder: string): readonly Packed[] {
  const folders = paths.map(path => `./${path}`);
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder, ...folders];
  const packed: readonly Packed[] = JSON.parse(execFileSync('npm', args, { cwd: ROOT, encoding: 'utf8' }));
  return packed.map((each, i) => ({ ...each, manifest: manifestIn(paths[i] ?? '') }));
}

function manifestIn(path: string): object {
  const { scripts, devDependencies, ...manifest } = JSON.parse(
    readFileSync(join(ROOT, path, 'package.json'), 'utf8'),
  );
  return manifest;
}

async function serve(packed: readonly Packed[], folder: string): Promise<Registry> {
  const asked: string[] = [];
  const server = createServer(({ url: path = '' }, response) => {
    asked.push(path);
    const tarball = packed.find(each => path === `/-/${each.filename}`);
    const versions = packed.filter(each => path === `/${each.name}`);
    if (tarball) response.end(readFileSync(join(folder, tarball.filename)));
    else if (versions.length > 0) response.end(JSON.stringify(packument(versions, urlOf(server))));
    else response.writeHead(404).end('{}');
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  return { url: urlOf(server), asked, close: () => server.close() };
}

function urlOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** What a registry says of a package. */
function packument(versions: readonly Packed[], url: string): object {
  const all = versions.map(({ version, manifest, filename, integrity }) => [
    version,
    { ...manifest, dist: { tarball: `${url}/-/${filename}`, integrity } },
  ]);
  const [{ name, version: latest } = {}] = versions;
  return { name, 'dist-tags': { latest }, versions: Object.fromEntries(all) };
}
