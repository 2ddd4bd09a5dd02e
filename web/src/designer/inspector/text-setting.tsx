import { Textarea, TextInput } from '@mantine/core';
import { useDraft } from './use-draft.js';

interface TextProperties {
  readonly label: string;
  readonly description?: string | undefined;
  readonly withAsterisk?: boolean;
  readonly error?: string | undefined;
  readonly placeholder?: string;
  readonly long?: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Plain text that becomes an edit when typing pauses. */
export function TextSetting({ value, onChange, long = false, ...field }: TextProperties) {
  const [draft, setDraft, commit] = useDraft(value, onChange);
  return long ? (
    <Textarea
      {...field}
      autosize
      minRows={2}
      maxRows={6}
      value={draft}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={commit}
    />
  ) : (
    <TextInput
      {...field}
      value={draft}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={commit}
    />
  );
}
