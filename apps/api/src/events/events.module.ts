import { Module } from '@nestjs/common';
import { ExecutionsModule } from '../executions/executions.module.js';
import { EventBridge } from './event-bridge.js';
import { EventsResolver } from './events.resolver.js';
import { ExecutionFeed } from './execution-feed.js';

@Module({ imports: [ExecutionsModule], providers: [EventBridge, EventsResolver, ExecutionFeed] })
export class EventsModule {}
