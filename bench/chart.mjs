// Draws how times grow, both ways on a logarithmic scale: what is linear is a straight line as steep as the grey one.

const WIDTH = 300;
const HEIGHT = 220;
const LEFT = 52;
const TOP = 34;
const LINES = [
  ['lint', '#0b6e66'],
  ['fix', '#b3541e'],
];

const log = value => Math.log10(Math.max(value, 0.1));

function panel(kind, rows, index) {
  const x0 = index * (WIDTH + LEFT) + LEFT;
  const shown = rows.filter(row => row.size > 0);
  const xs = shown.map(row => log(row.size));
  const ys = shown.flatMap(row => [log(row.lint), log(row.fix)]);
  const [minX, maxX, minY, maxY] = [
    Math.min(...xs),
    Math.max(...xs),
    Math.floor(Math.min(...ys)),
    Math.ceil(Math.max(...ys)),
  ];
  const x = value => x0 + ((log(value) - minX) / (maxX - minX)) * (WIDTH - 30);
  const y = value => TOP + HEIGHT - ((log(value) - minY) / (maxY - minY)) * HEIGHT;
  const parts = [`<text x="${x0}" y="${TOP - 12}" class="title">${kind}</text>`];
  for (let power = minY; power <= maxY; power++) {
    const at = y(10 ** power).toFixed(1);
    parts.push(`<line x1="${x0}" x2="${x0 + WIDTH - 30}" y1="${at}" y2="${at}" class="grid"/>`);
    parts.push(
      `<text x="${x0 - 6}" y="${Number(at) + 4}" class="tick end">${power < 3 ? `${10 ** power} ms` : `${10 ** (power - 3)} s`}</text>`,
    );
  }
  for (const { size } of shown)
    parts.push(`<text x="${x(size).toFixed(1)}" y="${TOP + HEIGHT + 18}" class="tick middle">${size}</text>`);
  const last = shown.at(-1);
  const first = shown.find(row => last.lint * (row.size / last.size) >= 10 ** minY) ?? last;
  parts.push(
    `<line x1="${x(first.size).toFixed(1)}" y1="${y(last.lint * (first.size / last.size)).toFixed(1)}" x2="${x(last.size).toFixed(1)}" y2="${y(last.lint).toFixed(1)}" class="linear"/>`,
  );
  for (const [name, colour] of LINES) {
    const points = shown.map(row => `${x(row.size).toFixed(1)},${y(row[name]).toFixed(1)}`);
    parts.push(`<polyline points="${points.join(' ')}" fill="none" stroke="${colour}" stroke-width="2.5"/>`);
    parts.push(
      ...points.map(
        point => `<circle cx="${point.split(',')[0]}" cy="${point.split(',')[1]}" r="3" fill="${colour}"/>`,
      ),
    );
  }
  return parts.join('\n');
}

export function chart(grown) {
  const panels = Object.entries(grown);
  const width = panels.length * (WIDTH + LEFT) + 10;
  const height = TOP + HEIGHT + 56;
  const legend = LINES.map(
    ([name, colour], i) =>
      `<circle cx="${LEFT + i * 90}" cy="${height - 14}" r="4" fill="${colour}"/><text x="${LEFT + 10 + i * 90}" y="${height - 10}" class="tick">${name === 'fix' ? '--fix' : name}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="How the time of a lint and of a fix grows with the size of a template, its services and its conditions, and with the number of files, alone and joined">
<style>
text { font-family: system-ui, sans-serif; fill: #24292f }
.title { font-size: 14px; font-weight: 600 }
.tick { font-size: 11px }
.end { text-anchor: end }
.middle { text-anchor: middle }
.grid { stroke: #d8dee4 }
.linear { stroke: #8b949e; stroke-dasharray: 4 4 }
</style>
<rect width="${width}" height="${height}" fill="#ffffff"/>
${panels.map(([kind, rows], i) => panel(kind, rows, i)).join('\n')}
${legend.join('\n')}
<line x1="${LEFT + 190}" x2="${LEFT + 220}" y1="${height - 14}" y2="${height - 14}" class="linear"/><text x="${LEFT + 228}" y="${height - 10}" class="tick">linear</text>
</svg>
`;
}
