import { Field, InputType } from '@nestjs/graphql';
import { IsString, Length, MaxLength } from 'class-validator';
import { PASSWORD_LENGTH } from './passwords.js';

@InputType('SignInInput')
export class SignInInput {
  @Field(() => String)
  @IsString()
  @Length(1, 320)
  email!: string;

  @Field(() => String)
  @IsString()
  @MaxLength(PASSWORD_LENGTH)
  password!: string;
}
