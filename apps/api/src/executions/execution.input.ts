import { Field, ID, InputType } from '@nestjs/graphql';
import { ArrayMaxSize, IsArray, IsBoolean, IsEnum, IsOptional, IsString, Length } from 'class-validator';
import { IsName } from '../graphql/is-name.js';
import { JsonScalar } from '../graphql/json.scalar.js';
import { ExecutionStatus } from './execution.enums.js';

@InputType('ExecutionFilter')
export class ExecutionFilter {
  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsString()
  workflowId?: string | null;

  @Field(() => ExecutionStatus, { nullable: true })
  @IsOptional()
  @IsEnum(ExecutionStatus)
  status?: ExecutionStatus | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Also executions that run for a step of another one; left out when not said.',
  })
  @IsOptional()
  @IsBoolean()
  includeChildren?: boolean | null;
}

@InputType('StartExecutionInput')
export class StartExecutionInput {
  @Field(() => ID)
  @IsString()
  workflowId!: string;

  @Field(() => JsonScalar, { nullable: true, description: 'Values by input name, at most 64 KiB.' })
  @IsOptional()
  input?: unknown;

  @Field(() => [ID], {
    nullable: true,
    description: "The documents this execution works on; default: all of the workflow's collection.",
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10_000)
  @IsString({ each: true })
  documentIds?: string[] | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsName()
  name?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The same key gives the same execution, however often it is sent; with another workflow, input or documents it is refused.',
  })
  @IsOptional()
  @IsString()
  @Length(1, 200)
  idempotencyKey?: string | null;
}
