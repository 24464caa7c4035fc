import type { DerivedCheck, Expectation, PlannedProbe, RoutePlan } from './derived-check.ts';
import { untrustedOrigin } from './hostile-origins.ts';
import type { RatedOrigin } from './mistakes.ts';
import type { EngineId, ProbeRequest } from '../model.ts';
import type { PolicyRoute, UrlTarget } from '../policy/types.ts';
import { isAppOrigin } from '../fetch-standard/urls.ts';
import type { PlannedSession } from './planned-session.ts';
import { isRepeatable, isSafe } from './safe-methods.ts';
import type { ServerPromise } from './server-promise.ts';
import { hiding } from '../words/hide-secrets.ts';

/** A route while it is planned. */
export interface PlannedRoute {
  readonly plan: PlanBuilder;
  readonly target: UrlTarget;
  readonly route: PolicyRoute;
  readonly url: string;
  /** The routes at its address, itself among them. */
  readonly beside: readonly PolicyRoute[];
  /** The routes at other addresses. */
  readonly elsewhere: readonly PolicyRoute[];
}

/** It, for a page of `origin`. */
export interface RouteFrom extends PlannedRoute {
  readonly origin: RatedOrigin;
}

type ProbeOptions = Partial<Pick<PlannedProbe, 'follows' | 'unlessRefused' | 'orRefusable'>> & {
  readonly atEnd?: boolean;
};

/**
 * Returns the key of a probe. An error request may differ from the route's own by nothing but the value of a header, so all
 * of the request is in it.
 */
export const probeKey = (
  origin: string,
  request: ProbeRequest,
  { isFollowing = false, atEnd = false } = {},
): string => `${textOf(request)} ${JSON.stringify([origin, isFollowing, atEnd])}`;

const texts = new WeakMap<ProbeRequest, string>();

/** Returns all of `request` as a text, made once: the pages of a plan make the same requests. */
function textOf(request: ProbeRequest): string {
  const text = texts.get(request) ?? JSON.stringify(request);
  texts.set(request, text);
  return text;
}

/** Returns `request` as it is made from `origin`: that of an app never sends what may change something on the server. */
export const heldForApp = (origin: string, request: ProbeRequest): ProbeRequest =>
  isAppOrigin(origin) && !isSafe(request.method) ? { ...request, held: true } : request;

/** Collects probes under their keys, and checks under their ids. */
export class PlanBuilder {
  readonly #probes = new Map<string, PlannedProbe>();
  readonly #checks = new Map<string, DerivedCheck>();
  readonly #route: string;
  readonly #promise: ServerPromise;
  readonly #engine: EngineId | null;
  readonly #hide: (text: string) => string;
  /** What the pages of the route are signed in by; `null`: nothing. */
  readonly session: PlannedSession | null;
  #bookends: RoutePlan['bookends'] = null;

  constructor(
    route: string,
    promise: ServerPromise,
    engine: EngineId | null,
    secrets: readonly string[],
    session: PlannedSession | null = null,
  ) {
    this.session = session;
    this.#route = route;
    this.#promise = promise;
    this.#engine = engine;
    this.#hide = hiding(secrets);
  }

  /**
   * Plans the request from a page at `origin`; the same request from the same page is made once, and in any case if any
   * check needs it so.
   */
  probe(
    origin: string,
    asked: ProbeRequest,
    { follows = null, unlessRefused = null, orRefusable = false, atEnd = false }: ProbeOptions = {},
  ): string {
    const request = heldForApp(origin, asked);
    const key = probeKey(origin, request, { isFollowing: follows !== null, atEnd });
    const page = origin === 'null' ? { origin: untrustedOrigin, opaque: true } : { origin, opaque: false };
    const planned = this.#probes.get(key);
    if (planned !== undefined) {
      if (unlessRefused === null) this.#probes.set(key, { ...planned, unlessRefused });
      return key;
    }
    const first = follows === null ? undefined : this.#probes.get(follows);
    const own = isRepeatable({ request }) ? 'usual' : 'sent';
    const turn = atEnd ? 'end' : (first?.turn ?? own);
    this.#probes.set(key, { key, page, request, follows, unlessRefused, orRefusable, turn });
    return key;
  }

  /**
   * Plans the request from a page at `origin` before and after all that others ask for; `isSteady`: none of these
   * changes its answer.
   */
  bookend(origin: string, request: ProbeRequest, { isSteady }: { readonly isSteady: boolean }): void {
    this.#bookends = {
      isSteady,
      before: this.probe(origin, request),
      after: this.probe(origin, request, { atEnd: true }),
    };
  }

  /** Plans a check, once; returns its id. */
  check({ origin, role }: RatedOrigin, request: ProbeRequest, expectation: Expectation, detail = ''): string {
    const { method, credentialsMode, url } = request;
    const id = [this.#engine ?? '', expectation.check, method, this.#route, origin, credentialsMode, detail]
      .filter((part) => part !== '')
      .join(' ');
    if (this.#checks.has(id)) return id;
    this.#checks.set(id, {
      id,
      check: expectation.check,
      route: this.#route,
      origin,
      originRole: role,
      method,
      credentialsMode,
      detail,
      // As observations have it.
      url: this.#hide(url),
      expectation,
    });
    return id;
  }

  /**
   * Plans one check of what the route's own requests are answered with, of all that are sent; none where each is held.
   */
  checkStatus(declared: readonly number[] | null): void {
    const sent = [...this.#checks.values()].flatMap((check) => {
      const { expectation } = check;
      if (expectation.check !== 'readable') return [];
      const request = this.#probes.get(expectation.probe)?.request;
      return request === undefined || request.held ? [] : [{ check, request, probe: expectation.probe }];
    });
    const [first] = sent;
    if (first === undefined) return;
    const { origin, originRole: role } = first.check;
    const asked = sent.map(({ request: { method }, probe }) => ({ method, probe }));
    this.check({ origin, role }, first.request, { check: 'status', asked, declared });
  }

  build(): RoutePlan {
    return {
      route: this.#route,
      promise: this.#promise,
      session: this.session,
      probes: [...this.#probes.values()],
      bookends: this.#bookends,
      checks: [...this.#checks.values()],
    };
  }
}
