import { useRef } from 'preact/hooks';
import { EXAMPLES, type Example } from './examples.ts';
import type { Theme } from './preferences.ts';
import type { Language, Words } from './words.ts';
import type { File } from './workspace.ts';

interface Properties {
  readonly words: Words;
  readonly language: Language;
  readonly theme: Theme;
  readonly onLanguage: (language: Language) => void;
  readonly onTheme: (theme: Theme) => void;
  readonly onExample: (files: readonly File[]) => void;
  readonly onFiles: (files: FileList) => void;
  readonly onShare: () => void;
}

export function Masthead(properties: Properties) {
  const { words, language, theme, onLanguage, onTheme, onExample, onFiles, onShare } = properties;
  const picker = useRef<HTMLInputElement>(null);
  return (
    <header class="masthead">
      <a class="skip" href="#findings">
        {words.skip}
      </a>
      <div class="title">
        <h1>ecs-exec-lint</h1>
        <p>{words.purpose}</p>
      </div>
      <div class="controls">
        <label>
          <span>{words.example}</span>
          <select
            value=""
            onChange={({ currentTarget }) => {
              const name = currentTarget.value;
              if (isExample(name)) onExample(EXAMPLES[name]);
              currentTarget.value = '';
            }}
          >
            <option value="" disabled>
              …
            </option>
            {Object.entries(words.examples).map(([name, title]) => (
              <option key={name} value={name}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <button type="button" onClick={() => picker.current?.click()}>
          {words.open}
        </button>
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          accept=".yml,.yaml,.json,.template,.txt"
          aria-label={words.open}
          onChange={({ currentTarget }) => {
            if (currentTarget.files) onFiles(currentTarget.files);
            currentTarget.value = '';
          }}
        />
        <a href={`${words.rulesFolder}/index.html`} target="_blank" rel="noopener noreferrer">
          {words.rules}
        </a>
        <button type="button" onClick={onShare}>
          {words.share}
        </button>
        <label>
          <span>{words.language}</span>
          <select
            value={language}
            onChange={({ currentTarget }) => onLanguage(currentTarget.value === 'ja' ? 'ja' : 'en')}
          >
            <option value="en" lang="en">
              English
            </option>
            <option value="ja" lang="ja">
              日本語
            </option>
          </select>
        </label>
        <label>
          <span>{words.theme}</span>
          <select value={theme} onChange={({ currentTarget }) => onTheme(themeOf(currentTarget.value))}>
            {(['auto', 'light', 'dark'] as const).map(each => (
              <option key={each} value={each}>
                {words.themes[each]}
              </option>
            ))}
          </select>
        </label>
      </div>
    </header>
  );
}

function isExample(name: string): name is Example {
  return Object.hasOwn(EXAMPLES, name);
}

function themeOf(value: string): Theme {
  return value === 'light' || value === 'dark' ? value : 'auto';
}
