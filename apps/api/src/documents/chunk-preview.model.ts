import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DocumentError } from './document.model.js';

@ObjectType('PreviewedChunk')
export class PreviewedChunk {
  @Field(() => Int, { description: 'Position within the document, from 0.' })
  ordinal!: number;

  @Field(() => String)
  text!: string;

  @Field(() => Int, { description: 'UTF-16 offset into the whole text.' })
  start!: number;

  @Field(() => Int)
  end!: number;

  @Field(() => Int, { nullable: true, description: 'Counted from 1.' })
  page!: number | null;

  @Field(() => [String])
  headingPath!: string[];

  @Field(() => Int)
  tokenCount!: number;
}

@ObjectType('ChunkPreview', {
  description: 'How a chunking step would cut a document. Totals count all chunks.',
})
export class ChunkPreviewModel {
  @Field(() => DocumentError, { nullable: true, description: 'Why the document cannot be read, else null.' })
  error!: DocumentError | null;

  @Field(() => Int)
  chunkCount!: number;

  @Field(() => Int)
  tokenCount!: number;

  @Field(() => Int)
  fewestTokens!: number;

  @Field(() => Int)
  mostTokens!: number;

  @Field(() => [PreviewedChunk])
  chunks!: PreviewedChunk[];
}
