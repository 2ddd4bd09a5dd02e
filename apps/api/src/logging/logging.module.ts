import { Global, Module } from '@nestjs/common';
import { FaultLog } from '../errors/fault-log.js';
import { Log } from './log.js';

@Global()
@Module({ providers: [Log, FaultLog], exports: [Log, FaultLog] })
export class LoggingModule {}
