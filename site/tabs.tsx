import type { Words } from './words.ts';
import type { Workspace } from './workspace.ts';

interface Properties {
  readonly workspace: Workspace;
  readonly words: Words;
  readonly onShow: (name: string) => void;
  readonly onClose: (name: string) => void;
  readonly onRename: (from: string, to: string) => void;
  readonly onAdd: () => void;
}

export function Tabs({ workspace, words, onShow, onClose, onRename, onAdd }: Properties) {
  const { files, shown } = workspace;
  return (
    <nav class="tabs" aria-label={words.templates}>
      <ul>
        {files.map(({ name }) => (
          <li key={name} class={name === shown ? 'shown' : ''}>
            {name === shown ? (
              <input
                aria-label={words.rename}
                aria-current="page"
                size={Math.max(8, name.length)}
                value={name}
                spellcheck={false}
                onChange={({ currentTarget }) => {
                  onRename(name, currentTarget.value.trim());
                  currentTarget.value = name;
                }}
              />
            ) : (
              <button type="button" onClick={() => onShow(name)}>
                {name}
              </button>
            )}
            {files.length > 1 && (
              <button
                type="button"
                class="close"
                aria-label={words.close(name)}
                onClick={() => onClose(name)}
              >
                ×
              </button>
            )}
          </li>
        ))}
      </ul>
      <button type="button" class="add" onClick={onAdd}>
        + {words.add}
      </button>
    </nav>
  );
}
