import type { Steps } from './judgement.ts';
import { Prose } from './prose.tsx';

/** What there is to do once fixes are applied, with the commands to be copied. */
export function NextStepsList({ next }: { readonly next: Steps }) {
  return (
    <section class="next-steps" aria-labelledby="next-steps-heading">
      <h2 id="next-steps-heading">{next.title}</h2>
      <ol>
        {next.steps.map(({ text, commands, more }) => (
          <li key={text}>
            <p>
              <Prose text={text} />
            </p>
            {commands.map(({ label, line }) => (
              <div key={line}>
                {label !== undefined && <p>{label}</p>}
                {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
                <pre tabIndex={0}>{line}</pre>
              </div>
            ))}
            {more !== undefined && <p>{more}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
