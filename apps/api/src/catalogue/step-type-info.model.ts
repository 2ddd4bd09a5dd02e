import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { JsonScalar } from '../graphql/json.scalar.js';

export enum StepClass {
  WORK = 'work',
  PURE = 'pure',
  CONTROL = 'control',
}
registerEnumType(StepClass, { name: 'StepClass' });

@ObjectType('PortInfo')
export class PortInfo {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  type!: string;

  @Field(() => String, { nullable: true })
  description!: string | null;
}

@ObjectType('FactInfo')
export class FactInfo {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  type!: string;

  @Field(() => String)
  description!: string;
}

@ObjectType('StepTypeInfo', { description: 'One entry of the palette.' })
export class StepTypeInfo {
  @Field(() => String)
  type!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String)
  summary!: string;

  @Field(() => String)
  category!: string;

  @Field(() => StepClass, { name: 'class' })
  class!: StepClass;

  @Field(() => [PortInfo])
  inputs!: PortInfo[];

  @Field(() => [PortInfo])
  outputs!: PortInfo[];

  @Field(() => [FactInfo], { description: 'What expressions can read: `steps.<id>.<fact>`.' })
  facts!: FactInfo[];

  @Field(() => [FactInfo], { description: 'Big outputs that travel along connections.' })
  references!: FactInfo[];

  @Field(() => JsonScalar, { description: 'JSON Schema of the settings.' })
  configurationSchema!: unknown;

  @Field(() => String, { description: 'Markdown.' })
  documentation!: string;
}
