import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '../graphql/request-context.js';
import { AuthPayload } from './auth.payload.js';
import { AuthService } from './auth.service.js';
import { Public } from './public.decorator.js';
import { SignInInput } from './sign-in.input.js';

@Resolver()
export class AuthResolver {
  constructor(private readonly auth: AuthService) {}

  @Public()
  @Mutation(() => AuthPayload)
  signIn(@Args('input') input: SignInInput, @Context() { req }: RequestContext): Promise<AuthPayload> {
    return this.auth.signIn(input, req?.ip ?? 'socket');
  }

  @Public()
  @Mutation(() => AuthPayload)
  refreshSession(@Args('refreshToken', { type: () => String }) refreshToken: string): Promise<AuthPayload> {
    return this.auth.refresh(refreshToken);
  }

  @Public()
  @Mutation(() => Boolean)
  signOut(@Args('refreshToken', { type: () => String }) refreshToken: string): Promise<boolean> {
    return this.auth.signOut(refreshToken);
  }
}
