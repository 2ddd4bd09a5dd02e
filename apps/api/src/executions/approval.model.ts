import { Field, ID, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../graphql/connection.model.js';

@ObjectType('Approval', { description: 'A step that waits for somebody to approve.' })
export class ApprovalModel {
  @Field(() => ID)
  executionId!: string;

  @Field(() => String)
  executionName!: string;

  @Field(() => String, { description: "The step's instance path." })
  path!: string;

  @Field(() => String)
  stepName!: string;

  @Field(() => String, { nullable: true })
  message!: string | null;

  @Field(() => [String], { description: 'Ids or e-mail addresses; the owner of the execution when empty.' })
  assignees!: string[];

  @Field(() => Date, { nullable: true })
  askedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it stops waiting by itself.' })
  dueAt!: Date | null;
}

@ObjectType('ApprovalConnection')
export class ApprovalConnection extends connectionOf('Approval', ApprovalModel) {}
