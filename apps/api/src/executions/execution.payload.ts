import { Field, ObjectType } from '@nestjs/graphql';
import { ProblemModel } from '../problems/problem.model.js';
import { ExecutionModel } from './execution.model.js';

@ObjectType('ExecutionPayload')
export class ExecutionPayload {
  @Field(() => ExecutionModel, {
    nullable: true,
    description:
      'Null when nothing was done, `problems` say why; and for somebody who is only asked to approve.',
  })
  execution!: ExecutionModel | null;

  @Field(() => [ProblemModel])
  problems!: ProblemModel[];
}
