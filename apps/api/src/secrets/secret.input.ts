import { Field, InputType } from '@nestjs/graphql';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsString, Length, Matches } from 'class-validator';
import { IsHeaderName } from './is-header-name.js';

const trimmed = ({ value }: { readonly value: unknown }) =>
  typeof value === 'string' ? value.trim() : value;

@InputType('ReplaceSecretInput')
export class ReplaceSecretInput {
  @Field(() => String, {
    defaultValue: 'authorization',
    description: 'The header that carries the value: authorization, x-api-key.',
  })
  @IsHeaderName()
  header!: string;

  @Field(() => String, {
    description: 'The whole value of the header, with its scheme: Bearer abc123. 8 to 4,096 characters.',
  })
  @Transform(trimmed)
  @IsString()
  @Length(8, 4_096)
  @Matches(/^[\t\x20-\x7e\x80-\xff]*$/, { message: '$property has to be one line of text' })
  value!: string;

  @Field(() => [String], {
    description: 'Where it may be sent, at most 20: api.example.org, or with a port api.example.org:8443.',
  })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @Length(1, 255, { each: true })
  hosts!: string[];
}

@InputType('CreateSecretInput')
export class CreateSecretInput extends ReplaceSecretInput {
  @Field(() => String, { description: 'Letters, digits, "_", "." and "-", at most 100.' })
  @IsString()
  @Matches(/^[A-Za-z0-9_.-]{1,100}$/, {
    message: '$property has to be 1 to 100 letters, digits, "_", "." and "-"',
  })
  name!: string;
}
