// Runs the command line in this process, and writes to descriptor 3 what it cost and what it touched. Loaded ahead of another
// program it adds a line of that to the file WATCHED. (Node.js reads `package.json` for what it loads ahead, even a pipe.)
const fs = require('node:fs');
const net = require('node:net');
const dgram = require('node:dgram');
const dns = require('node:dns');
const childProcess = require('node:child_process');

const { WATCHED } = process.env;
const { appendFileSync, writeSync } = fs;
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
for (const name of ['renameSync', 'linkSync', 'copyFileSync'])
  watch(fs, name, ([, to]) => written.add(String(to)));
watch(net.Socket.prototype, 'connect', () => forbidden.add('connect'));
watch(dgram.Socket.prototype, 'send', () => forbidden.add('send'));
for (const holder of [dns, dns.promises])
  for (const name of ['lookup', 'resolve']) watch(holder, name, () => forbidden.add(name));
for (const name of ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork'])
  watch(childProcess, name, ([what, args]) =>
    forbidden.add([name, what, ...(Array.isArray(args) ? args : [])].join(' ')),
  );

process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const line = `${JSON.stringify({
    argv: process.argv,
    seconds: (userCPUTime + systemCPUTime) / 1e6,
    megabytes: maxRSS / 1024,
    read: [...read],
    written: [...written],
    forbidden: [...forbidden],
  })}\n`;
  if (WATCHED === undefined) writeSync(3, line);
  else appendFileSync(WATCHED, line);
});

if (require.main === module) {
  const [, , cli, ...args] = process.argv;
  process.argv = [process.argv[0], cli, ...args];
  require(cli);
}
