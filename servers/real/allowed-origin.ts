import type { CorsSettings } from './settings.ts';

/** Returns what a middleware that takes a function answers to `origin`; `null` for nothing. */
export function allowedOrigin(settings: CorsSettings, origin: string): string | null {
  if (settings.origin === '*') return '*';
  if (settings.origin === 'echo') return origin;
  const allowed =
    settings.origin instanceof RegExp ? settings.origin.test(origin) : settings.origin.includes(origin);
  return allowed ? origin : null;
}
