import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import type { ReplaceSecretInput, SecretRowFragment } from '../graphql/generated/graphql.js';
import { describeError } from '../ui/describe-error.js';
import { notifyDone } from '../ui/notify.js';
import { CreateSecret, ReplaceSecret } from './secrets.operations.js';

const REFETCH = { refetchQueries: ['Secrets'] };

/** Stores a new secret, or another value in the place of the current one; complaints are why that did not work. */
export function useStoreSecret(current: SecretRowFragment | null, onStored: () => void) {
  const [complaints, setComplaints] = useState<readonly string[]>([]);
  const [create, { loading: creating }] = useMutation(CreateSecret, REFETCH);
  const [replace, { loading: replacing }] = useMutation(ReplaceSecret, REFETCH);

  async function send(name: string, input: ReplaceSecretInput) {
    if (current) return (await replace({ variables: { id: current.id, input } })).data?.replaceSecret;
    return (await create({ variables: { input: { ...input, name } } })).data?.createSecret;
  }

  async function store(name: string, input: ReplaceSecretInput) {
    try {
      const answer = await send(name, input);
      if (answer?.secret) {
        notifyDone(`“${answer.secret.name}” is stored.`);
        onStored();
      } else setComplaints((answer?.problems ?? []).map(({ message }) => message));
    } catch (error) {
      const { message, advice } = describeError(error);
      setComplaints([`${message} ${advice}`.trim()]);
    }
  }

  return {
    store: (name: string, input: ReplaceSecretInput) => void store(name, input),
    storing: creating || replacing,
    complaints,
  };
}
