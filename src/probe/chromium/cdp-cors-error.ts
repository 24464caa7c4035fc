import type { CDPSession } from '@playwright/test';

// Playwright declares the protocol's types, and exports only the session that speaks it.
type Listener = (session: CDPSession) => typeof session.on<'Network.loadingFailed'>;
type LoadingFailed = Parameters<Parameters<ReturnType<Listener>>[1]>[0];

/** Chromium's own names for refusals: the closed list of `Network.CorsError`. */
export type CdpCorsError = NonNullable<LoadingFailed['corsErrorStatus']>['corsError'];
