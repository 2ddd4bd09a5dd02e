import { Field, ObjectType } from '@nestjs/graphql';
import { ProblemModel } from '../problems/problem.model.js';
import { WorkflowModel } from './workflow.model.js';

@ObjectType('WorkflowPayload')
export class WorkflowPayload {
  @Field(() => WorkflowModel, {
    nullable: true,
    description: 'Null when nothing was saved; `problems` say why.',
  })
  workflow!: WorkflowModel | null;

  @Field(() => [ProblemModel])
  problems!: ProblemModel[];
}
