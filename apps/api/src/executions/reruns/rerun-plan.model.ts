import { Field, Int, ObjectType } from '@nestjs/graphql';
import { ProblemModel } from '../../problems/problem.model.js';

@ObjectType('RerunReusedStep')
export class RerunReusedStep {
  @Field(() => String)
  path!: string;

  @Field(() => String)
  stepId!: string;
}

@ObjectType('RerunStep')
export class RerunStep extends RerunReusedStep {
  @Field(() => String, { description: 'Why it runs, in one sentence.' })
  reason!: string;
}

@ObjectType('RerunPlan', {
  description:
    'What a rerun would take over and what it would do, as far as it can be told: what a step gives this time may lead elsewhere. Steps that only compute stand in neither list.',
})
export class RerunPlan {
  @Field(() => [RerunReusedStep], { description: 'At most 1,000.' })
  reused!: RerunReusedStep[];

  @Field(() => Int)
  reusedCount!: number;

  @Field(() => [RerunStep], { description: 'At most 1,000.' })
  runs!: RerunStep[];

  @Field(() => Int)
  runsCount!: number;

  @Field(() => Boolean, { description: 'False when it is too long to be foreseen to its end.' })
  complete!: boolean;

  @Field(() => [ProblemModel], { description: 'Why it cannot be rerun; then the plan is empty.' })
  problems!: ProblemModel[];
}
