// Loaded ahead of a program: says at its end how much memory it held at most.
process.on('exit', () => {
  require('node:fs').writeSync(2, `peak ${process.resourceUsage().maxRSS} kB\n`);
});
