import { autocompletion, completionStatus } from '@codemirror/autocomplete';
import { setDiagnostics } from '@codemirror/lint';
import { EditorView, minimalSetup } from 'codemirror';
import { Input } from '@mantine/core';
import { useEffect, useId, useRef } from 'react';
import type { Problem } from '#definition';
import { completeNames } from './complete-names.js';
import type { CodeKind } from './complete-names.js';
import type { KnownName } from './known-names.js';
import { useDraft } from './use-draft.js';
import classes from './code-field.module.css';

interface Properties {
  readonly kind: CodeKind;
  readonly label: string;
  readonly description?: string;
  readonly required?: boolean;
  readonly value: string;
  readonly placeholder?: string;
  /** Known names, read when they are offered. */
  readonly names: () => readonly KnownName[];
  /** Those about this field; a span marks the characters. */
  readonly problems: readonly Problem[];
  readonly onChange: (value: string) => void;
}

/** An expression or a template: completes names, and shows mistakes at their characters. */
export function CodeField({
  kind,
  label,
  description,
  required,
  value,
  placeholder,
  names,
  problems,
  onChange,
}: Properties) {
  const id = useId();
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const [draft, setDraft, commit] = useDraft(value, onChange);
  const latest = useRef({ names, setDraft, commit, problems });

  useEffect(() => {
    latest.current = { names, setDraft, commit, problems };
  });

  useEffect(() => {
    if (!host.current) return undefined;
    const editor = new EditorView({
      parent: host.current,
      doc: value,
      extensions: [
        EditorView.domEventHandlers({
          keydown: (event, current) =>
            kind === 'expression' && event.key === 'Enter' && completionStatus(current.state) !== 'active',
          blur: () => latest.current.commit(),
        }),
        minimalSetup,
        autocompletion({ override: [completeNames(kind, () => latest.current.names())], icons: false }),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({
          'aria-label': label,
          'aria-describedby': `${id}-help`,
          spellcheck: 'false',
        }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) latest.current.setDraft(update.state.doc.toString());
        }),
      ],
    });
    view.current = editor;
    return () => {
      editor.destroy();
      view.current = null;
    };
    // The editor keeps its own text from here on; a new field is made for another place.
  }, [kind, label, id]);

  useEffect(() => {
    const editor = view.current;
    if (!editor || editor.state.doc.toString() === draft) return;
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: draft } });
  }, [draft]);

  useEffect(() => {
    const editor = view.current;
    if (!editor) return;
    const { length } = editor.state.doc;
    const marks = problems
      .filter(({ severity }) => severity !== 'hint')
      .map(({ message, severity, span }) => ({
        from: Math.min(span?.start ?? 0, length),
        to: Math.min(Math.max(span?.end ?? length, (span?.start ?? 0) + 1), length),
        severity: severity === 'error' ? ('error' as const) : ('warning' as const),
        message,
      }));
    editor.dispatch(setDiagnostics(editor.state, marks));
  }, [problems]);

  const errors = problems.filter(({ severity }) => severity === 'error');
  const others = problems.filter(({ severity }) => severity !== 'error');
  return (
    <Input.Wrapper
      label={label}
      description={description}
      withAsterisk={required ?? false}
      error={errors.length > 0 ? errors.map(({ message }) => message).join(' ') : undefined}
      labelElement="div"
      onClick={() => view.current?.hasFocus === false && view.current.focus()}
    >
      <div
        ref={host}
        className={classes.code}
        data-faulty={errors.length > 0 || undefined}
        data-empty={draft === '' || undefined}
        data-placeholder={placeholder}
        data-field={label}
      />
      <div id={`${id}-help`} className={classes.help}>
        {others.map(({ message }) => message).join(' ')}
      </div>
    </Input.Wrapper>
  );
}
