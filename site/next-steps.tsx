import type { NextSteps } from '../src/index.ts';
import { stepsOf, stepsTitle } from '../src/report/next-steps.ts';
import { Prose } from './prose.tsx';
import type { Words } from './words.ts';

/** What there is to do once fixes are applied, with the commands to be copied. */
export function NextStepsList({ next, words }: { readonly next: NextSteps; readonly words: Words }) {
  return (
    <section class="next-steps" aria-labelledby="next-steps-heading">
      <h2 id="next-steps-heading">{words.tell(stepsTitle(next))}</h2>
      <ol>
        {stepsOf(next, words.tell).map(({ text, commands, more }) => (
          <li key={text}>
            <p>
              <Prose text={text} words={words} />
            </p>
            {commands.map(({ label, command }) => {
              const line = command.join(' ');
              return (
                <div key={line}>
                  {label !== undefined && <p>{label}</p>}
                  {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
                  <pre tabIndex={0}>{line}</pre>
                </div>
              );
            })}
            {more !== undefined && <p>{more}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
