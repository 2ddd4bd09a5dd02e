import { Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { ReadBlockFragment } from '../graphql/generated/graphql.js';
import { piecesOf } from './passage.js';
import type { TextRange } from './passage.js';
import classes from './blocks-view.module.css';

interface Properties {
  readonly blocks: readonly ReadBlockFragment[];
  readonly range: TextRange | null;
}

/** What a reader made of a document, as text; the passage in question is marked and brought into view. */
export function BlocksView({ blocks, range }: Properties) {
  const top = useRef<HTMLDivElement>(null);

  useEffect(() => {
    top.current?.querySelector('mark')?.scrollIntoView({ block: 'center' });
  }, [blocks, range]);

  return (
    <div ref={top} className={classes.blocks}>
      {blocks.map((block, index) => (
        <div key={`${block.start}-${index}`}>
          {block.page !== null && block.page !== undefined && block.page !== blocks[index - 1]?.page && (
            <Text className={classes.page}>Page {block.page}</Text>
          )}
          <div
            className={classes.block}
            data-kind={block.kind}
            data-level={Math.min(block.headingPath.length, 4)}
          >
            {piecesOf(block, range).map((piece, at) =>
              piece.marked ? <mark key={at}>{piece.text}</mark> : <span key={at}>{piece.text}</span>,
            )}
          </div>
        </div>
      ))}
    </div>
  );
}
