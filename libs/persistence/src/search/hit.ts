export interface Hit {
  readonly chunkId: string;
  readonly score: number;
}
