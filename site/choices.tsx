import type { Choices } from './judgement.ts';
import type { Words } from './words.ts';

interface Properties {
  readonly choices: Choices;
  readonly words: Words;
  readonly onChoices: (choices: Choices) => void;
}

export function ChoicesForm({ choices, words, onChoices }: Properties) {
  return (
    <details class="choices">
      <summary>{words.settings}</summary>
      <fieldset>
        <legend class="visually-hidden">{words.settings}</legend>
        <label>
          <input
            type="checkbox"
            checked={choices.unsafe}
            onChange={({ currentTarget }) => onChoices({ ...choices, unsafe: currentTarget.checked })}
          />{' '}
          {words.withUnsafe}
        </label>
        <label>
          <input
            type="checkbox"
            checked={choices.pedantic}
            onChange={({ currentTarget }) => onChoices({ ...choices, pedantic: currentTarget.checked })}
          />{' '}
          {words.withAdvice}
        </label>
        <label>
          {words.destination}{' '}
          <select
            value={choices.logDestination}
            onChange={({ currentTarget }) =>
              onChoices({ ...choices, logDestination: destinationOf(currentTarget.value) })
            }
          >
            {(['cloudwatch', 's3', 'both'] as const).map(each => (
              <option key={each} value={each}>
                {words.destinations[each]}
              </option>
            ))}
          </select>
        </label>
      </fieldset>
    </details>
  );
}

function destinationOf(value: string): Choices['logDestination'] {
  return value === 's3' || value === 'both' ? value : 'cloudwatch';
}
