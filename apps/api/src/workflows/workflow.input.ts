import { Field, ID, InputType, Int } from '@nestjs/graphql';
import {
  ArrayMaxSize,
  IsArray,
  IsDefined,
  IsEnum,
  IsInt,
  IsOptional,
  IsString,
  Length,
  MaxLength,
  Min,
} from 'class-validator';
import { IsName } from '../graphql/is-name.js';
import { JsonScalar } from '../graphql/json.scalar.js';
import { WorkflowStatus } from './workflow.model.js';

@InputType('WorkflowFilter')
export class WorkflowFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Part of the name, the description or a tag; case does not matter.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  search?: string | null;

  @Field(() => WorkflowStatus, { nullable: true })
  @IsOptional()
  @IsEnum(WorkflowStatus)
  status?: WorkflowStatus | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(50)
  tag?: string | null;
}

@InputType('CreateWorkflowInput')
export class CreateWorkflowInput {
  @Field(() => String)
  @IsName()
  name!: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(5_000)
  description?: string | null;

  @Field(() => JsonScalar, { description: 'The definition, or a string with its JSON or YAML text.' })
  @IsDefined()
  definition!: unknown;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsString()
  collectionId?: string | null;

  @Field(() => [String], { nullable: true })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @Length(1, 50, { each: true })
  tags?: string[] | null;
}

@InputType('UpdateWorkflowInput')
export class UpdateWorkflowInput {
  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsName()
  name?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(5_000)
  description?: string | null;

  @Field(() => JsonScalar, { nullable: true })
  @IsOptional()
  definition?: unknown;

  @Field(() => ID, { nullable: true, description: 'Null takes the collection away.' })
  @IsOptional()
  @IsString()
  collectionId?: string | null;

  @Field(() => [String], { nullable: true })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @Length(1, 50, { each: true })
  tags?: string[] | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The version the change was made on; refused with CONFLICT when it is no longer the current one.',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  expectedVersion?: number | null;
}
