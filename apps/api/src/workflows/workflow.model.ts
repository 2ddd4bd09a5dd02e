import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../graphql/connection.model.js';
import { JsonScalar } from '../graphql/json.scalar.js';

export enum WorkflowStatus {
  DRAFT = 'draft',
  PUBLISHED = 'published',
  ARCHIVED = 'archived',
}
registerEnumType(WorkflowStatus, { name: 'WorkflowStatus' });

/** `collection`, `publishedVersion` and `problems` are resolved when asked for. */
@ObjectType('Workflow')
export class WorkflowModel {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  description!: string;

  @Field(() => WorkflowStatus)
  status!: WorkflowStatus;

  @Field(() => Int, {
    description: "The draft's number, for `expectedVersion`; every saved change raises it.",
  })
  version!: number;

  @Field(() => [String])
  tags!: string[];

  @Field(() => JsonScalar, { description: 'The draft.' })
  definition!: unknown;

  @Field(() => Date)
  createdAt!: Date;

  @Field(() => Date)
  updatedAt!: Date;

  @Field(() => Date, { nullable: true })
  publishedAt!: Date | null;

  collectionId!: string | null;
  publishedVersionId!: string | null;
}

@ObjectType('WorkflowConnection')
export class WorkflowConnection extends connectionOf('Workflow', WorkflowModel) {}
