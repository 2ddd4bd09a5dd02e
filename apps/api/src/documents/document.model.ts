import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../graphql/connection.model.js';

export enum DocumentStatus {
  UPLOADED = 'uploaded',
  READY = 'ready',
  FAILED = 'failed',
}
registerEnumType(DocumentStatus, { name: 'DocumentStatus' });

@ObjectType('DocumentError')
export class DocumentError {
  @Field(() => String)
  code!: string;

  @Field(() => String)
  message!: string;
}

@ObjectType('DocumentBlock')
export class DocumentBlock {
  @Field(() => String)
  kind!: string;

  @Field(() => String)
  text!: string;

  @Field(() => Int, { nullable: true, description: 'Counted from 1.' })
  page!: number | null;

  @Field(() => Int, { description: 'UTF-16 offset into the whole text.' })
  start!: number;

  @Field(() => Int)
  end!: number;

  @Field(() => [String])
  headingPath!: string[];
}

@ObjectType('Document')
export class DocumentModel {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true })
  mediaType!: string | null;

  @Field(() => DocumentStatus)
  status!: DocumentStatus;

  @Field(() => DocumentError, { nullable: true })
  error!: DocumentError | null;

  @Field(() => Int)
  byteCount!: number;

  @Field(() => Int, { nullable: true })
  pageCount!: number | null;

  @Field(() => String, { nullable: true })
  title!: string | null;

  @Field(() => ID, { nullable: true })
  collectionId!: string | null;

  @Field(() => Date)
  createdAt!: Date;
}

@ObjectType('DocumentConnection')
export class DocumentConnection extends connectionOf('Document', DocumentModel) {}
