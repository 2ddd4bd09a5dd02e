import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import type { Settings } from '../config.js';
import { SETTINGS } from '../settings.js';
import { AccessTokens } from './access-tokens.js';
import { AuthGuard } from './auth.guard.js';
import { AuthResolver } from './auth.resolver.js';
import { AuthService } from './auth.service.js';
import { Authenticator } from './authenticator.js';
import { SignInAttempts } from './sign-in-attempts.js';

@Module({
  providers: [
    AuthResolver,
    AuthService,
    Authenticator,
    SignInAttempts,
    {
      provide: AccessTokens,
      useFactory: (settings: Settings) => new AccessTokens(settings.SLUICE_SECRET),
      inject: [SETTINGS],
    },
    { provide: APP_GUARD, useClass: AuthGuard },
  ],
  exports: [Authenticator, AccessTokens],
})
export class AuthModule {}
