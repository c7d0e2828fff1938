// Loaded ahead of the command line. Stands in the way of one call, once the command line comes to it: IN_THE_WAY is the name of
// the call and what happens then, an error of the system or something that somebody else does to `a.yml`.
const fs = require('node:fs');
const { join } = require('node:path');

const [name, what] = process.env.IN_THE_WAY.split(' ');
const { [name]: call, writeFileSync, rmSync, renameSync } = fs;
const file = join(process.cwd(), 'a.yml');

const DEEDS = {
  replace() {
    writeFileSync(`${file}.theirs`, 'somebody else\n');
    renameSync(`${file}.theirs`, file);
  },
  remove: () => rmSync(file),
};

/** What is loaded is opened too, and what is only read. */
const matters = ([path, flags]) =>
  what === 'EMFILE' ? String(path).endsWith('.yml') : name !== 'openSync' || flags === 'wx';

let done = false;
fs[name] = (...args) => {
  if (done || !matters(args)) return call(...args);
  if (!(what in DEEDS)) throw Object.assign(new Error(`${what}: ${name}`), { code: what });
  done = true;
  const result = call(...args);
  DEEDS[what]();
  return result;
};
