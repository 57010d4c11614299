/** The messages by which a frame says how tall it is: ours, and WordPress's where it gave a secret. */
export function heightMessages(height: number, url: string, secret: string | null): readonly unknown[] {
  return [
    { type: 'proofsheet:height', height, src: url },
    ...(secret === null ? [] : [{ message: 'height', value: Math.max(200, Math.min(1000, height)), secret }]),
  ];
}

/** The height in a message of ours, or null for any other message. */
export function heightIn(message: unknown): number | null {
  if (typeof message !== 'object' || message === null) return null;
  const { type, height } = message as Readonly<Record<string, unknown>>;
  if (type !== 'proofsheet:height' || typeof height !== 'number' || !Number.isInteger(height)) return null;
  return height > 0 && height < 5000 ? height : null;
}
