import { ArgsType, Field, ID, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  IsArray,
  IsEnum,
  IsInt,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { PageArgs } from '../graphql/page.args.js';
import { LONGEST_PATH } from './decision.args.js';
import { StepStatus } from './execution.enums.js';
import { ExecutionFilter } from './execution.input.js';

/** Events of one answer at most. */
const EVENTS_LIMIT = 500;

@ArgsType()
export class ExecutionsArgs extends PageArgs {
  @Field(() => ExecutionFilter, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => ExecutionFilter)
  filter?: ExecutionFilter | null;
}

@ArgsType()
export class ExecutionStepsArgs extends PageArgs {
  @Field(() => ID)
  @IsString()
  id!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Only what stands directly in it: in a scope instance its steps, in a loop its rounds; empty for the outermost scope. Steps anywhere when it is left out.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_PATH)
  parentPath?: string | null;

  @Field(() => [StepStatus], { nullable: true, description: 'Only those of one of these.' })
  @IsOptional()
  @IsArray()
  @IsEnum(StepStatus, { each: true })
  statuses?: StepStatus[] | null;
}

@ArgsType()
export class ExecutionVariablesArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description: 'Only those of that scope instance, empty for the outermost; of all when it is left out.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_PATH)
  scopePath?: string | null;
}

@ArgsType()
export class ExecutionConditionsArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'Only those of the step instance there.' })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_PATH)
  path?: string | null;
}

@ArgsType()
export class FollowArgs {
  @Field(() => ID)
  @IsString()
  id!: string;

  @Field(() => Int, { nullable: true, defaultValue: 0 })
  @IsOptional()
  @IsInt()
  @Min(0)
  after: number | null = 0;
}

@ArgsType()
export class EventsArgs extends FollowArgs {
  @Field(() => Int, { nullable: true, defaultValue: EVENTS_LIMIT })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(EVENTS_LIMIT)
  first: number | null = EVENTS_LIMIT;
}

@ArgsType()
export class ControlArgs {
  @Field(() => ID)
  @IsString()
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: 'An instance path; the whole execution when it is left out.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_PATH)
  path?: string | null;
}
