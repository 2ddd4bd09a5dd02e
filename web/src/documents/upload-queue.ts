import { useCallback, useRef, useState } from 'react';
import { describeError } from '../ui/describe-error.js';
import { MAXIMUM_FILE_BYTES, uploadFile } from './upload.js';

/** One file on its way to the API. */
export interface Upload {
  readonly key: number;
  readonly name: string;
  readonly bytes: number;
  readonly state: 'waiting' | 'sending' | 'done' | 'failed';
  /** Share sent, 0 to 1. */
  readonly share: number;
  readonly documentId: string | null;
  readonly reason: string | null;
}

/** Two at a time keeps the line busy without starving the page's own requests. */
const AT_ONCE = 2;

export interface UploadQueue {
  readonly uploads: readonly Upload[];
  readonly busy: boolean;
  readonly add: (files: readonly File[]) => void;
  readonly dismiss: (key: number) => void;
  readonly clearDone: () => void;
}

/** Sends dropped files one after the other; a refused file does not stop the others. */
export function useUploadQueue(collectionId: string | null, onDone: () => void): UploadQueue {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const waiting = useRef<{ key: number; file: File }[]>([]);
  const sending = useRef(0);
  const nextKey = useRef(1);

  const change = useCallback((key: number, part: Partial<Upload>) => {
    setUploads((all) => all.map((upload) => (upload.key === key ? { ...upload, ...part } : upload)));
  }, []);

  const pump = useCallback(() => {
    while (sending.current < AT_ONCE) {
      const next = waiting.current.shift();
      if (!next) return;
      sending.current += 1;
      change(next.key, { state: 'sending' });
      uploadFile(next.file, collectionId, (share) => change(next.key, { share }))
        .then(({ id, error }) => {
          const failed = error === null || error === undefined ? null : error.message;
          change(next.key, {
            state: failed === null ? 'done' : 'failed',
            share: 1,
            documentId: id,
            reason: failed,
          });
        })
        .catch((error: unknown) =>
          change(next.key, { state: 'failed', reason: describeError(error).message }),
        )
        .finally(() => {
          sending.current -= 1;
          onDone();
          pump();
        });
    }
  }, [change, collectionId, onDone]);

  const add = useCallback(
    (files: readonly File[]) => {
      const entries = files.map((file) => ({ key: nextKey.current++, file }));
      setUploads((all) => [...all, ...entries.map(({ key, file }) => toUpload(key, file))]);
      waiting.current.push(...entries.filter(({ file }) => file.size <= MAXIMUM_FILE_BYTES));
      pump();
    },
    [pump],
  );

  return {
    uploads,
    busy: uploads.some(({ state }) => state === 'waiting' || state === 'sending'),
    add,
    dismiss: (key) => setUploads((all) => all.filter((upload) => upload.key !== key)),
    clearDone: () => setUploads((all) => all.filter(({ state }) => state !== 'done')),
  };
}

function toUpload(key: number, file: File): Upload {
  const tooLarge = file.size > MAXIMUM_FILE_BYTES;
  return {
    key,
    name: file.name,
    bytes: file.size,
    state: tooLarge ? 'failed' : 'waiting',
    share: 0,
    documentId: null,
    reason: tooLarge ? 'The file is larger than 50 MiB.' : null,
  };
}
