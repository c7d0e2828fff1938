// Runs the command line in this process, and writes to descriptor 3 what it cost and what it touched.
const fs = require('node:fs');
const net = require('node:net');
const dns = require('node:dns');
const childProcess = require('node:child_process');

const [, , cli, ...args] = process.argv;
const read = new Set();
const written = new Set();
const forbidden = new Set();

function watch(holder, name, note) {
  const call = holder[name];
  holder[name] = function (...args) {
    note(args);
    return call.apply(this, args);
  };
}

const WRITING = /[wa+]/;
const isWriting = flags =>
  typeof flags === 'number'
    ? (flags & (fs.constants.O_WRONLY | fs.constants.O_RDWR)) !== 0
    : WRITING.test(flags ?? 'r');

for (const name of ['openSync', 'open'])
  watch(fs, name, ([path, flags]) => (isWriting(flags) ? written : read).add(String(path)));
for (const name of ['readFileSync', 'readFile', 'readdirSync', 'readdir', 'opendirSync', 'createReadStream'])
  watch(fs, name, ([path]) => typeof path !== 'number' && read.add(String(path)));
for (const name of [
  'writeFileSync',
  'writeFile',
  'appendFileSync',
  'mkdirSync',
  'rmSync',
  'unlinkSync',
  'symlinkSync',
])
  watch(fs, name, ([path]) => typeof path !== 'number' && written.add(String(path)));
watch(fs, 'renameSync', ([, to]) => written.add(String(to)));
watch(net.Socket.prototype, 'connect', () => forbidden.add('connect'));
watch(dns, 'lookup', () => forbidden.add('lookup'));
for (const name of ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork'])
  watch(childProcess, name, () => forbidden.add(name));

process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const cost = { seconds: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1024 };
  fs.writeSync(
    3,
    JSON.stringify({ ...cost, read: [...read], written: [...written], forbidden: [...forbidden] }),
  );
});

process.argv = [process.argv[0], cli, ...args];
require(cli);
