// Loaded ahead of the command line. Stands in the way of one call, once the command line comes to it: IN_THE_WAY is the name of
// the call and what happens then, an error of the system or something that somebody else does to `a.yml`, or to its folder.
const fs = require('node:fs');
const { dirname, join } = require('node:path');

const [name, what, where = 'a.yml'] = process.env.IN_THE_WAY.split(' ');
const { [name]: call, copyFileSync, writeFileSync, rmSync, renameSync, symlinkSync } = fs;
const file = join(process.cwd(), where);

const DEEDS = {
  replace() {
    writeFileSync(`${file}.theirs`, 'somebody else\n');
    renameSync(`${file}.theirs`, file);
  },
  remove: () => rmSync(file),
  /** With the same text in it. */
  copy() {
    copyFileSync(file, `${file}.theirs`);
    renameSync(`${file}.theirs`, file);
  },
  link() {
    rmSync(file);
    symlinkSync(join(process.cwd(), '..', 'theirs', 'a.yml'), file);
  },
  linkFolder() {
    renameSync(dirname(file), `${dirname(file)}.old`);
    symlinkSync(join(process.cwd(), '..', 'theirs'), dirname(file));
  },
};

const isTemplate = path => String(path).endsWith('.yml');

/** Much else is opened too, such as what is loaded. */
const matters = ([path, flags]) => {
  if (what === 'EMFILE' || (what in DEEDS && typeof path === 'string')) return isTemplate(path);
  return name !== 'openSync' || flags === 'wx';
};

let done = false;
fs[name] = (...args) => {
  if (done || !matters(args)) return call(...args);
  if (!(what in DEEDS)) throw Object.assign(new Error(`${what}: ${name}`), { code: what });
  done = true;
  const result = call(...args);
  DEEDS[what]();
  return result;
};
