import type { ChatMessage, ChatReply, ChatRequest, ModelClient } from '../providers/model-client.js';
import { StepFailure } from '../step-failure.js';
import { promptTokens } from './model-prompt.js';

export interface MeteredModelSettings {
  readonly model: string;
  readonly temperature: number;
  /** Of one reply. */
  readonly maximumTokens: number;
  /** Of all calls together; null for as many as it takes. */
  readonly tokenLimit: number | null;
}

/** One model for one step: counts what is spent on it and refuses a call that could take the step over its limit. */
export class MeteredModel {
  #input = 0;
  #output = 0;

  constructor(
    private readonly client: ModelClient,
    private readonly settings: MeteredModelSettings,
    private readonly signal: AbortSignal,
  ) {}

  get input(): number {
    return this.#input;
  }

  get output(): number {
    return this.#output;
  }

  /** Throws TOKEN_LIMIT_REACHED unless all these prompts may be sent, each answered at full length. */
  allow(prompts: readonly (readonly ChatMessage[])[]): void {
    const { tokenLimit, maximumTokens } = this.settings;
    if (tokenLimit === null) return;
    const asked = prompts.reduce((sum, prompt) => sum + promptTokens(prompt) + maximumTokens, 0);
    if (this.#input + this.#output + asked <= tokenLimit) return;
    throw new StepFailure(
      'TOKEN_LIMIT_REACHED',
      `The answer could take ${this.#input + this.#output + asked} tokens; the step may use ${tokenLimit}.`,
      false,
    );
  }

  async ask(
    messages: readonly ChatMessage[],
    options: Pick<ChatRequest, 'json' | 'onText'> = {},
  ): Promise<ChatReply> {
    const { model, temperature, maximumTokens } = this.settings;
    const request = { model, messages, temperature, maximumTokens, ...options };
    const reply = await this.client.chat(request, this.signal);
    this.#input += reply.inputTokens;
    this.#output += reply.outputTokens;
    return reply;
  }
}
