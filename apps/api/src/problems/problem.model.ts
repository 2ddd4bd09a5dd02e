import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

export enum ProblemSeverity {
  ERROR = 'error',
  WARNING = 'warning',
  HINT = 'hint',
}
registerEnumType(ProblemSeverity, { name: 'ProblemSeverity' });

@ObjectType('TextSpan', { description: 'UTF-16 offsets within the text of a field or of a whole document.' })
export class TextSpan {
  @Field(() => Int)
  start!: number;

  @Field(() => Int)
  end!: number;
}

@ObjectType('Problem', { description: 'A mistake as a value, with its place. Clients match on `code`.' })
export class ProblemModel {
  @Field(() => String)
  code!: string;

  @Field(() => ProblemSeverity)
  severity!: ProblemSeverity;

  @Field(() => String, { description: 'One sentence: what is wrong and what to do.' })
  message!: string;

  @Field(() => String, {
    description: 'JSON Pointer into the definition, or into the arguments of the call.',
  })
  path!: string;

  @Field(() => String, { nullable: true })
  stepId!: string | null;

  @Field(() => String, { nullable: true })
  connectionId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The step's setting, when the problem stands beside a field.",
  })
  field!: string | null;

  @Field(() => TextSpan, { nullable: true })
  span!: TextSpan | null;
}
