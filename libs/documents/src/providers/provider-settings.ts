/** An OpenAI-compatible service that the operator has configured. */
export interface ProviderSettings {
  /** The base address, up to and without `/chat/completions`: `https://api.openai.com/v1`. */
  readonly modelUrl: string;
  readonly apiKey: string | null;
  readonly chatModel: string | null;
  readonly embeddingModel: string | null;
  /** What the operator pays for a million tokens, in US dollars; what has no price has no cost reported. */
  readonly prices?: {
    readonly chatInput?: number | undefined;
    readonly chatOutput?: number | undefined;
    readonly embedding?: number | undefined;
  };
}
