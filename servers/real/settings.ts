/** How a real server's CORS middleware is set up: correctly, or with one thing wrong. */
export interface CorsSettings {
  /** Which origins are allowed: a list compared exactly, every origin echoed, the wildcard, or a pattern. */
  readonly origin: readonly string[] | 'echo' | '*' | RegExp;
  readonly credentials: boolean;
  readonly methods: readonly string[];
  /** `null`: whatever is asked for. */
  readonly requestHeaders: readonly string[] | null;
  readonly exposedHeaders: readonly string[];
  readonly maxAgeSeconds: number | null;
  /** `false`: what the middleware says of Vary is taken off again. */
  readonly vary: boolean;
  /** `false`: error responses are sent before the middleware has had its turn. */
  readonly onErrors: boolean;
  /** `true`: every request without a token is answered 401 before CORS, CORS-preflight requests too. */
  readonly authenticationFirst: boolean;
  /** `true`: the path without a trailing slash redirects to the one with it. */
  readonly slashRedirect: boolean;
}

export const correctSettings: CorsSettings = {
  origin: ['https://app.example.com', 'https://admin.example.com'],
  credentials: true,
  methods: ['GET', 'PUT'],
  requestHeaders: ['content-type', 'x-request-id'],
  exposedHeaders: ['x-total-count'],
  maxAgeSeconds: 600,
  vary: true,
  onErrors: true,
  authenticationFirst: false,
  slashRedirect: false,
};

/** A server that is up. */
export interface RunningServer {
  readonly origin: string;
  /** Each request as it arrived: method and path. */
  readonly log: readonly string[];
  close(): Promise<void>;
}

/** Starts a server of the given kind on loopback, on a port that the system chooses. */
export type StartRealServer = (settings: CorsSettings) => Promise<RunningServer>;

/** What the application behind the middleware answers. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Returns what the application answers: it has one resource, and 404 for the rest. */
export function answer(method: string, path: string): Answer {
  const json = { 'Content-Type': 'application/json' };
  if (path === '/items' || path === '/items/') {
    if (method === 'GET') return { status: 200, headers: { ...json, 'X-Total-Count': '2' }, body: '[1,2]' };
    if (method === 'PUT') return { status: 200, headers: json, body: '{}' };
  }
  return { status: 404, headers: json, body: '{"error":"not found"}' };
}

export const isError = (method: string, path: string): boolean => answer(method, path).status >= 400;
