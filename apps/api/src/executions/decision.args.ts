import { ArgsType, Field, ID } from '@nestjs/graphql';
import { IsBoolean, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { JsonScalar } from '../graphql/json.scalar.js';

/** Longer than any instance path that can come up. */
export const LONGEST_PATH = 2_000;

@ArgsType()
export class StepArgs {
  @Field(() => ID)
  @IsString()
  id!: string;

  @Field(() => String, { description: "The step's instance path: `each[3]/embed`." })
  @IsString()
  @Length(1, LONGEST_PATH)
  path!: string;
}

@ArgsType()
export class RetryStepArgs extends StepArgs {
  @Field(() => JsonScalar, {
    nullable: true,
    description: 'Settings that replace those of the same name; at most 64 KiB.',
  })
  @IsOptional()
  configuration?: unknown;
}

@ArgsType()
export class SkipStepArgs extends StepArgs {
  @Field(() => JsonScalar, {
    nullable: true,
    description:
      "Facts to go on with in place of the step's; without them it counts as skipped. At most 64 KiB.",
  })
  @IsOptional()
  output?: unknown;
}

@ArgsType()
export class ApproveArgs extends StepArgs {
  @Field(() => Boolean)
  @IsBoolean()
  approved!: boolean;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  comment?: string | null;
}

@ArgsType()
export class SendEventArgs {
  @Field(() => ID)
  @IsString()
  id!: string;

  @Field(() => String)
  @IsString()
  @Length(1, 200)
  name!: string;

  @Field(() => JsonScalar, { nullable: true, description: 'At most 64 KiB.' })
  @IsOptional()
  payload?: unknown;

  @Field(() => String, {
    nullable: true,
    description: 'Only the step there gets it; every step that waits for it when it is left out.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_PATH)
  path?: string | null;
}

@ArgsType()
export class SetVariableArgs {
  @Field(() => ID)
  @IsString()
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The scope instance it lives in; the execution as a whole when it is left out.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_PATH)
  scopePath?: string | null;

  @Field(() => String)
  @IsString()
  @Length(1, 200)
  name!: string;

  @Field(() => JsonScalar, { nullable: true, description: 'At most 64 KiB.' })
  @IsOptional()
  value?: unknown;
}
