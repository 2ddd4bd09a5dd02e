import { useMutation } from '@apollo/client/react';
import {
  Alert,
  Button,
  FileButton,
  Group,
  List,
  Modal,
  Radio,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { useNavigate } from 'react-router';
import { parseDefinition } from '#definition';
import type { Problem, WorkflowDefinition } from '#definition';
import { describeError } from '../ui/describe-error.js';
import { starters } from './starters.js';
import { CreateWorkflow } from './workflows.operations.js';

interface Properties {
  readonly opened: boolean;
  readonly onClose: () => void;
}

type Complaint = Pick<Problem, 'message' | 'path'>;

/** Begins a workflow: from a starter, or from a JSON or YAML document. */
export function NewWorkflowDialog({ opened, onClose }: Properties) {
  return (
    <Modal opened={opened} onClose={onClose} title="New workflow" size="lg">
      <NewWorkflowForm onClose={onClose} />
    </Modal>
  );
}

function NewWorkflowForm({ onClose }: { readonly onClose: () => void }) {
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [choice, setChoice] = useState('ask');
  const [text, setText] = useState('');
  const [complaints, setComplaints] = useState<readonly Complaint[]>([]);
  const [create, { loading }] = useMutation(CreateWorkflow, { refetchQueries: ['Workflows'] });

  async function submit(event: SyntheticEvent) {
    event.preventDefault();
    const begun = begin(choice, text);
    setComplaints(begun.complaints);
    if (!begun.definition) return;
    const title = name.trim() || begun.definition.name || 'Untitled workflow';
    try {
      const { data } = await create({
        variables: {
          input: {
            name: title,
            description: begun.definition.description ?? '',
            definition: { ...begun.definition, name: title },
          },
        },
      });
      const workflow = data?.createWorkflow.workflow;
      if (!workflow) {
        setComplaints(data?.createWorkflow.problems ?? []);
        return;
      }
      onClose();
      void navigate(`/workflows/${workflow.id}`);
    } catch (error) {
      const { message, advice } = describeError(error);
      setComplaints([{ message: `${message} ${advice}`, path: '' }]);
    }
  }

  async function take(file: File | null) {
    if (!file) return;
    const bytes = new Uint8Array(await file.arrayBuffer());
    const misread = parseDefinition(bytes).problems.filter(({ code }) => code === 'TEXT_ENCODING');
    setComplaints(misread);
    setText(misread.length > 0 ? '' : new TextDecoder().decode(bytes));
    setChoice('import');
  }

  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="md">
        <TextInput
          label="Name"
          placeholder={starters.find(({ key }) => key === choice)?.definition.name ?? 'Untitled workflow'}
          maxLength={200}
          data-autofocus
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Radio.Group label="Begin with" value={choice} onChange={setChoice}>
          <Stack gap="xs" mt={6}>
            {starters.map(({ key, title, summary }) => (
              <Radio.Card key={key} value={key} radius="md" p="sm">
                <Choice title={title} summary={summary} />
              </Radio.Card>
            ))}
            <Radio.Card value="import" radius="md" p="sm">
              <Choice title="A document" summary="A workflow as YAML or JSON, from a file or pasted." />
            </Radio.Card>
          </Stack>
        </Radio.Group>
        {choice === 'import' && (
          <Stack gap="xs">
            <Group justify="space-between">
              <Text size="sm" fw={500} id="new-workflow-text">
                Document
              </Text>
              <FileButton accept=".yaml,.yml,.json" onChange={(file) => void take(file)}>
                {(properties) => (
                  <Button
                    {...properties}
                    size="compact-sm"
                    variant="default"
                    leftSection={<IconFileUpload size={15} />}
                  >
                    Choose a file
                  </Button>
                )}
              </FileButton>
            </Group>
            <Textarea
              aria-labelledby="new-workflow-text"
              placeholder={'schemaVersion: 1\nsteps:\n  - id: …'}
              autosize
              minRows={5}
              maxRows={9}
              styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 13 } }}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
          </Stack>
        )}
        {complaints.length > 0 && (
          <Alert
            ref={(notice) => notice?.scrollIntoView({ block: 'nearest' })}
            color="red"
            variant="light"
            role="alert"
            title="The workflow was not created"
          >
            <List size="sm" spacing={4}>
              {complaints.slice(0, 8).map(({ message, path }, index) => (
                <List.Item key={index}>
                  {message} {path && <Text span size="xs" c="dimmed" ff="monospace">{`(${path})`}</Text>}
                </List.Item>
              ))}
            </List>
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={loading}>
            Create
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Choice({ title, summary }: { readonly title: string; readonly summary: string }) {
  return (
    <Group wrap="nowrap" gap="sm">
      <Radio.Indicator />
      <div>
        <Text size="sm" fw={600}>
          {title}
        </Text>
        <Text size="xs" c="dimmed">
          {summary}
        </Text>
      </div>
    </Group>
  );
}

interface Begun {
  readonly definition: WorkflowDefinition | null;
  readonly complaints: readonly Complaint[];
}

function begin(choice: string, text: string): Begun {
  const starter = starters.find(({ key }) => key === choice);
  if (starter) return { definition: starter.definition, complaints: [] };
  if (text.trim() === '') {
    return { definition: null, complaints: [{ message: 'Choose a file or paste a document.', path: '' }] };
  }
  const { definition, problems } = parseDefinition(text);
  return { definition, complaints: definition ? [] : problems };
}
