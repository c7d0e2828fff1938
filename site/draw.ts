import type { Mermaid } from 'mermaid';

declare global {
  var mermaid: Mermaid | undefined;
}

let loading: Promise<Mermaid> | undefined;

/** Draws a Mermaid text: the SVG. Rejects what is no such text, and where the script cannot be loaded. */
export async function draw(id: string, text: string): Promise<string> {
  loading ??= load();
  const { render } = await loading;
  const { svg } = await render(id, text);
  return svg;
}

/** It lies beside the page as a plain script, which browsers take from the file system too. */
function load(): Promise<Mermaid> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = 'mermaid.min.js';
    script.onload = () => {
      const { mermaid } = globalThis;
      if (!mermaid) return reject(new Error('There is no Mermaid in mermaid.min.js.'));
      mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', theme: 'neutral' });
      return resolve(mermaid);
    };
    script.onerror = () => reject(new Error('mermaid.min.js cannot be loaded.'));
    document.head.append(script);
  });
}
