// Loaded ahead of the command line. Ends the process as `kill -9` does, at one of the calls that write, from the first file
// on that is made: KILL_AT=3 is just before the third, 3.5 just after it, or in the midst of it where it writes a text.
const fs = require('node:fs');

const at = Number(process.env.KILL_AT);
const WRITING = [
  'openSync',
  'writeFileSync',
  'fsyncSync',
  'closeSync',
  'fchownSync',
  'fchmodSync',
  'renameSync',
];
let calls = 0;

for (const name of WRITING) {
  const call = fs[name];
  fs[name] = (...args) => {
    if (calls === 0 && args[1] !== 'wx') return call(...args);
    calls++;
    if (at === calls) end();
    if (at !== calls + 0.5) return call(...args);
    if (name === 'writeFileSync') fs.writeSync(args[0], args[1].slice(0, args[1].length / 2));
    else call(...args);
    return end();
  };
}

function end() {
  process.kill(process.pid, 'SIGKILL');
  // The signal may take a moment to arrive.
  for (;;);
}
