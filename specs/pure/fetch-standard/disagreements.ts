/** Why the standard's prediction and Chromium's observation of one case differ. */
export interface Disagreement {
  readonly predicted: string;
  readonly observed: string;
  readonly reason: string;
  /** A section of the standard, an issue of it, or the engine's own announcement. */
  readonly link: string;
}

/** Every case of `chromium-observations.json` in which the standard and Chromium differ, by its id. */
export const disagreements: Readonly<Record<string, Disagreement>> = {
  'h-star-auth': {
    predicted: 'unexpected-exchange fetch-is-over, network-error header-not-allowed',
    observed: 'response 200 cors',
    reason: 'Chromium lets the wildcard cover Authorization, and announces that it will stop doing so.',
    link: 'https://github.com/whatwg/fetch/issues/1919',
  },
  'h-dnt-save-data': {
    predicted: 'incomplete: needs preflight',
    observed: 'response 200 cors',
    reason: 'Chromium safelists client hints such as Save-Data, which the standard removed from its list.',
    link: 'https://github.com/whatwg/fetch/issues/1383',
  },
  'r-A-userinfo-A': {
    predicted: 'incomplete: needs actual',
    observed: 'network-error origin',
    reason:
      'Chromium blocks every subresource URL with a user name, even one redirected to within an origin.',
    link: 'https://chromestatus.com/feature/5669008342777856',
  },
  'r-B-userinfo-nocors': {
    predicted: 'incomplete: needs actual',
    observed: 'network-error origin',
    reason: 'Chromium blocks every subresource URL with a user name, in request mode "no-cors" as well.',
    link: 'https://chromestatus.com/feature/5669008342777856',
  },
  'r-mode-error-B': {
    predicted: 'network-error redirect-mode-error',
    observed: 'network-error net::ERR_FAILED',
    reason: 'The outcome is the same, but for the redirect mode "error" Chromium names no reason at all.',
    link: 'https://fetch.spec.whatwg.org/#http-fetch',
  },
  'scheme-fetch-file': {
    predicted: 'network-error scheme-unsupported',
    observed: 'network-error other',
    reason: 'The outcome is the same, but Chromium refuses a local file as such, before it looks at CORS.',
    link: 'https://fetch.spec.whatwg.org/#scheme-fetch',
  },
  'scheme-xhr-file': {
    predicted: 'network-error scheme-unsupported',
    observed: 'network-error other',
    reason: 'The outcome is the same, but Chromium refuses a local file as such, before it looks at CORS.',
    link: 'https://fetch.spec.whatwg.org/#scheme-fetch',
  },
};
