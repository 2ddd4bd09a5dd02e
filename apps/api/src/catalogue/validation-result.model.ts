import { Field, ObjectType } from '@nestjs/graphql';
import { ProblemModel } from '../problems/problem.model.js';

@ObjectType('ValidationResult')
export class ValidationResult {
  @Field(() => Boolean, { description: 'No problem of severity ERROR.' })
  valid!: boolean;

  @Field(() => [ProblemModel])
  problems!: ProblemModel[];
}
