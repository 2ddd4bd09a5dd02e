import { ArgsType, Field, ID, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { PageArgs } from '../graphql/page.args.js';
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
  @MaxLength(2_000)
  path?: string | null;
}
