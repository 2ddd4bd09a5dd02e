/** An OpenAI-compatible service that the operator has configured. */
export interface ProviderSettings {
  /** The base address, up to and without `/chat/completions`: `https://api.openai.com/v1`. */
  readonly modelUrl: string;
  readonly apiKey: string | null;
  readonly chatModel: string | null;
  readonly embeddingModel: string | null;
  /** What the operator pays per million tokens, in any one currency; without it no cost is reported. */
  readonly prices?: {
    readonly chatInput: number;
    readonly chatOutput: number;
    readonly embedding: number;
  };
}
