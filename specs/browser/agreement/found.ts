import type { EngineId } from '../../../src/model.ts';
import type { RandomCase } from './random-case.ts';

/** A case over which the witnesses once differed, and what they say of it now. */
export interface Found {
  readonly what: string;
  /** Where it was found; absent: in Chromium. */
  readonly engine?: EngineId;
  readonly random: RandomCase;
  readonly testimony: readonly (string | null)[];
}

const app = { page: { origin: 'https://app.example' } };

/** Every disagreement that random cases have found, made as small as it gets. */
export const found: readonly Found[] = [
  {
    what: 'a no-break space after the origin is part of the value',
    random: {
      request: app,
      misconfigured: { actual: { status: 200, headers: [['Access-Control-Allow-Origin', '{page}\u00a0']] } },
    },
    testimony: ['refused', 'origin-invalid'],
  },
  {
    what: 'bytes that are not UTF-8 are part of the value',
    random: {
      request: app,
      misconfigured: {
        actual: { status: 200, headers: [['Access-Control-Allow-Origin', 'B\u00e9==:A=].']] },
      },
    },
    testimony: ['refused', 'origin-invalid'],
  },
  {
    what: 'two lines whose names differ in case keep their order',
    random: {
      request: app,
      misconfigured: {
        actual: {
          status: 200,
          headers: [
            ['access-control-allow-origin', 'null'],
            ['Access-Control-Allow-Origin', '{page}'],
          ],
        },
      },
    },
    testimony: ['refused', 'origin-multiple'],
  },
  {
    what: 'Authorization by wildcard is granted, and the response then refused',
    random: {
      request: { ...app, headers: [['Authorization', 'Bearer t']] },
      misconfigured: {
        preflight: {
          status: 200,
          headers: [
            ['Access-Control-Allow-Origin', '*'],
            ['Access-Control-Allow-Headers', '*'],
          ],
        },
        actual: { status: 200, headers: [] },
      },
    },
    testimony: ['refused', 'origin-missing'],
  },
  {
    what: 'an empty Location is no redirect',
    random: {
      request: app,
      misconfigured: {
        actual: {
          status: 308,
          headers: [
            ['Access-Control-Allow-Origin', '{page}'],
            ['Location', ''],
          ],
        },
      },
    },
    testimony: ['shared', 'location-empty'],
  },
  {
    what: 'a redirect status without a Location is the response in redirect mode "error"',
    random: {
      request: { ...app, redirectMode: 'error' },
      misconfigured: { actual: { status: 308, headers: [['Access-Control-Allow-Origin', '{page}']] } },
    },
    testimony: ['shared', 'redirect-status-without-location'],
  },
  {
    what: 'a user name in a redirect is refused in request mode "no-cors" too',
    random: {
      request: { ...app, mode: 'no-cors' },
      misconfigured: {
        actual: { status: 303, headers: [['Location', 'http://user:secret@files.example/']] },
      },
    },
    testimony: ['neighbour', 'connection-blocked'],
  },
  {
    what: 'a Location that is no URL ends the request before CORS is looked at',
    random: {
      request: app,
      misconfigured: { actual: { status: 307, headers: [['Location', 'http://[']] } },
    },
    testimony: ['neighbour', 'response-invalid'],
  },
  {
    what: 'the twenty-first redirect is one too many',
    random: {
      request: app,
      misconfigured: {
        actual: {
          status: 307,
          headers: [
            ['Access-Control-Allow-Origin', '{page}'],
            ['Location', '{api}/'],
          ],
        },
      },
    },
    testimony: ['neighbour', 'redirect-limit'],
  },
  {
    what: 'a byte that is not UTF-8 does not hide the line that follows',
    random: {
      request: app,
      misconfigured: {
        actual: {
          status: 200,
          headers: [
            ['Access-Control-Allow-Origin', '{page}'],
            ['Access-Control-Allow-Credentials', '\u00e9'],
            ['Access-Control-Expose-Headers', 'x-one'],
            ['X-One', '1'],
          ],
        },
      },
    },
    testimony: ['shared', null],
  },
  {
    what: 'a user name in a redirect is refused as such in redirect mode "error" too',
    random: {
      request: { ...app, redirectMode: 'error' },
      misconfigured: {
        actual: {
          status: 307,
          headers: [
            ['Access-Control-Allow-Origin', '*'],
            ['Location', 'http://user:secret@files.example/'],
          ],
        },
      },
    },
    testimony: ['refused', 'redirect-with-credentials'],
  },
  {
    what: 'a byte that is not UTF-8 does not change the order of the lines',
    random: {
      request: app,
      misconfigured: {
        actual: {
          status: 200,
          headers: [
            ['Access-Control-Allow-Origin', '{page}'],
            ['ACCESS-CONTROL-ALLOW-ORIGIN', '{page}/'],
            ['X-One', '\u00e9'],
          ],
        },
      },
    },
    testimony: ['refused', 'origin-multiple'],
  },
  {
    what: 'Authorization by wildcard is granted, and the redirect then names no URL',
    random: {
      request: { ...app, headers: [['Authorization', 'Bearer t']] },
      misconfigured: {
        preflight: {
          status: 200,
          headers: [
            ['Access-Control-Allow-Origin', '{origin}'],
            ['Access-Control-Allow-Headers', '*'],
          ],
        },
        actual: { status: 301, headers: [['Location', 'http://[']] },
      },
    },
    testimony: ['neighbour', 'response-invalid'],
  },
  {
    what: 'a redirect to another scheme is refused as such in redirect mode "error" too',
    random: {
      request: { ...app, redirectMode: 'error' },
      misconfigured: {
        actual: {
          status: 302,
          headers: [
            ['Access-Control-Allow-Origin', '{page}'],
            ['Location', 'data:text/plain,hello'],
          ],
        },
      },
    },
    testimony: ['neighbour', 'connection-blocked'],
  },
  {
    what: 'a redirect with the same Location twice is followed',
    random: {
      request: app,
      misconfigured: {
        actual: {
          status: 307,
          headers: [
            ['Access-Control-Allow-Origin', '{page}'],
            ['Location', '{api}/last'],
            ['location', '{api}/last'],
          ],
        },
        elsewhere: {
          '/last': { actual: { status: 200, headers: [['Access-Control-Allow-Origin', '{page}']] } },
        },
      },
    },
    testimony: ['shared', 'location-repeated'],
  },
  {
    what: 'two Location lines that differ end the request, whatever the status',
    random: {
      request: app,
      misconfigured: {
        actual: {
          status: 200,
          headers: [
            ['Access-Control-Allow-Origin', '{page}'],
            ['Location', '{api}/last'],
            ['Location', '{other}/last'],
          ],
        },
      },
    },
    testimony: ['neighbour', 'response-invalid'],
  },
  {
    what: 'a space before the colon hides neither the name nor the line that follows',
    random: {
      request: app,
      misconfigured: {
        actual: {
          status: 200,
          headers: [
            ['Access-Control-Allow-Origin ', '{page}'],
            ['Access-Control-Allow-Origin', '*'],
          ],
        },
      },
    },
    testimony: ['refused', 'origin-multiple'],
  },
  {
    what: 'a line that is folded is one value',
    random: {
      request: { ...app, method: 'DELETE' },
      misconfigured: {
        preflight: {
          status: 200,
          headers: [
            ['Access-Control-Allow-Origin', '{page}'],
            ['Access-Control-Allow-Methods', 'PUT,\r\n\tDELETE'],
          ],
        },
        actual: { status: 200, headers: [['Access-Control-Allow-Origin', '\r\n {page}']] },
      },
    },
    testimony: ['shared', null],
  },
  {
    what: 'status 421 is asked for twice, and refused once',
    random: { request: app, misconfigured: { actual: { status: 421, headers: [] } } },
    testimony: ['refused', 'origin-missing'],
  },
  {
    what: 'status 407 of a server that is no proxy ends the request',
    random: {
      request: app,
      misconfigured: { actual: { status: 407, headers: [['Access-Control-Allow-Origin', '{page}']] } },
    },
    testimony: ['neighbour', 'connection-blocked'],
  },
  {
    what: 'lines whose names differ in case keep their order beside a line that the text of the headers lacks',
    random: {
      request: { ...app, method: 'DELETE' },
      misconfigured: {
        preflight: {
          status: 200,
          headers: [
            ['Access-Control-Allow-Origin', '{page}'],
            ['access-control-allow-origin', '{page}'],
            ['Access-Control-Allow-Origin', '{page}#'],
            ['Access-Control-Allow-Headers', 'x-custom, \u00e9'],
          ],
        },
        actual: { status: 200, headers: [] },
      },
    },
    testimony: ['refused', 'preflight-origin-multiple'],
  },
  {
    what: 'a redirect mode that is looked at last, behind a name with a space before its colon',
    random: {
      request: { ...app, redirectMode: 'error', credentialsMode: 'include' },
      misconfigured: {
        actual: {
          status: 307,
          headers: [
            ['Access-Control-Allow-Origin', '{page}'],
            ['Access-Control-Allow-Credentials ', 'true'],
            ['Location', 'about:blank'],
          ],
        },
      },
    },
    testimony: ['neighbour', 'connection-blocked'],
  },
  {
    what: 'status 421 is sent for once more, and what comes then counts',
    engine: 'firefox',
    random: {
      request: app,
      misconfigured: { actual: { status: 421, headers: [['Access-Control-Allow-Origin', '{page}']] } },
    },
    testimony: ['shared', null],
  },
  {
    what: 'a redirect with the same Location twice is followed by Firefox too',
    engine: 'firefox',
    random: {
      request: app,
      misconfigured: {
        actual: {
          status: 307,
          headers: [
            ['Access-Control-Allow-Origin', '{page}'],
            ['Location', '{api}/last'],
            ['location', '{api}/last'],
          ],
        },
        elsewhere: {
          '/last': { actual: { status: 200, headers: [['Access-Control-Allow-Origin', '{page}']] } },
        },
      },
    },
    testimony: ['shared', 'location-repeated'],
  },
  {
    what: 'a CORS-preflight response that redirects is refused for its headers first',
    engine: 'firefox',
    random: {
      request: { ...app, method: 'PUT' },
      misconfigured: {
        preflight: {
          status: 301,
          headers: [
            ['Access-Control-Allow-Origin', '{page}'],
            ['Access-Control-Allow-Origin', 'null'],
            ['Location', '{api}/last'],
          ],
        },
        actual: { status: 200, headers: [] },
      },
    },
    testimony: ['refused', 'preflight-redirect'],
  },
  {
    what: 'a wildcard in front of a name that is malformed exposes all',
    engine: 'firefox',
    random: {
      request: { ...app, credentialsMode: 'omit' },
      misconfigured: {
        actual: {
          status: 200,
          headers: [
            ['Access-Control-Allow-Origin', '*'],
            ['Access-Control-Expose-Headers', '*'],
            ['Access-Control-Expose-Headers', 'x one'],
            ['X-One', '1'],
          ],
        },
      },
    },
    testimony: ['shared', null],
  },
  {
    what: 'a byte beyond ASCII makes Accept unsafe',
    engine: 'firefox',
    random: {
      request: { ...app, headers: [['Accept', '\u00e9']] },
      misconfigured: {
        preflight: { status: 204, headers: [['Access-Control-Allow-Origin', '{page}']] },
        actual: { status: 200, headers: [['Access-Control-Allow-Origin', '{page}']] },
      },
    },
    testimony: ['refused', 'header-not-allowed'],
  },
  {
    what: 'a byte beyond ASCII makes Content-Type unsafe',
    engine: 'firefox',
    random: {
      request: { ...app, method: 'POST', headers: [['Content-Type', 'text/plain; a=\u00e9']] },
      misconfigured: {
        preflight: { status: 204, headers: [['Access-Control-Allow-Origin', '{page}']] },
        actual: { status: 200, headers: [['Access-Control-Allow-Origin', '{page}']] },
      },
    },
    testimony: ['refused', 'header-not-allowed'],
  },
  {
    what: 'DELETE becomes GET behind a redirect to another origin',
    engine: 'webkit',
    random: {
      request: { ...app, method: 'DELETE' },
      misconfigured: {
        preflight: {
          status: 204,
          headers: [
            ['Access-Control-Allow-Origin', '{page}'],
            ['Access-Control-Allow-Methods', 'DELETE'],
          ],
        },
        actual: {
          status: 307,
          headers: [
            ['Access-Control-Allow-Origin', '{page}'],
            ['Location', '{other}/last'],
          ],
        },
        elsewhere: {
          '/last': {
            preflight: { status: 204, headers: [['Access-Control-Allow-Origin', '*']] },
            actual: { status: 200, headers: [['Access-Control-Allow-Origin', '*']] },
          },
        },
      },
    },
    testimony: ['shared', 'several quirks'],
  },
  {
    what: 'a range in Bytes needs no CORS-preflight request',
    engine: 'webkit',
    random: {
      request: { ...app, headers: [['Range', 'Bytes=0-1']] },
      misconfigured: { actual: { status: 200, headers: [['Access-Control-Allow-Origin', '{page}']] } },
    },
    testimony: ['shared', 'range-unit-in-any-case'],
  },
  {
    what: 'a Location that is no URL is taken for one of another scheme',
    engine: 'webkit',
    random: {
      request: app,
      misconfigured: {
        actual: {
          status: 308,
          headers: [
            ['Access-Control-Allow-Origin', '{page}'],
            ['Location', 'http://['],
          ],
        },
      },
    },
    testimony: ['neighbour', 'response-invalid'],
  },
  {
    what: 'a redirect to ftp: is refused before the CORS check',
    engine: 'webkit',
    random: {
      request: app,
      misconfigured: { actual: { status: 308, headers: [['Location', 'ftp://files.example/']] } },
    },
    testimony: ['refused', 'redirect-scheme-unsupported'],
  },
  {
    what: 'an empty line in lower case is overlooked in front of another as well',
    engine: 'firefox',
    random: {
      request: { ...app, credentialsMode: 'include' },
      misconfigured: {
        actual: {
          status: 403,
          headers: [
            ['access-control-allow-origin', ''],
            ['Access-Control-Allow-Origin', '{page}'],
          ],
        },
      },
    },
    testimony: ['refused', 'credentials-not-allowed'],
  },
  {
    what: 'an empty second Access-Control-Allow-Credentials line is overlooked',
    engine: 'firefox',
    random: {
      request: { ...app, credentialsMode: 'include' },
      misconfigured: {
        actual: {
          status: 200,
          headers: [
            ['Access-Control-Allow-Origin', '{page}'],
            ['Access-Control-Allow-Credentials', 'true'],
            ['Access-Control-Allow-Credentials', ''],
          ],
        },
      },
    },
    testimony: ['shared', 'empty-credentials-line'],
  },
  {
    what: 'an empty first Access-Control-Allow-Credentials line in lower case is overlooked',
    engine: 'firefox',
    random: {
      request: { ...app, credentialsMode: 'include' },
      misconfigured: {
        actual: {
          status: 200,
          headers: [
            ['Access-Control-Allow-Origin', '{page}'],
            ['access-control-allow-credentials', ''],
            ['Access-Control-Allow-Credentials', 'true'],
          ],
        },
      },
    },
    testimony: ['shared', 'empty-credentials-line'],
  },
  {
    what: 'an empty second Access-Control-Allow-Credentials line in lower case is overlooked',
    engine: 'firefox',
    random: {
      request: { ...app, credentialsMode: 'include' },
      misconfigured: {
        actual: {
          status: 200,
          headers: [
            ['Access-Control-Allow-Origin', '{page}'],
            ['Access-Control-Allow-Credentials', 'true'],
            ['access-control-allow-credentials', ''],
          ],
        },
      },
    },
    testimony: ['shared', 'empty-credentials-line'],
  },
  {
    what: 'an empty first Access-Control-Allow-Credentials line is overlooked',
    engine: 'firefox',
    random: {
      request: { ...app, credentialsMode: 'include' },
      misconfigured: {
        actual: {
          status: 200,
          headers: [
            ['Access-Control-Allow-Origin', '{page}'],
            ['Access-Control-Allow-Credentials', ''],
            ['Access-Control-Allow-Credentials', 'true'],
          ],
        },
      },
    },
    testimony: ['shared', 'empty-credentials-line'],
  },
  {
    what: 'an empty Access-Control-Allow-Origin line in capitals is overlooked',
    engine: 'firefox',
    random: {
      request: app,
      misconfigured: {
        actual: {
          status: 200,
          headers: [
            ['ACCESS-CONTROL-ALLOW-ORIGIN', ''],
            ['Access-Control-Allow-Origin', '{page}'],
          ],
        },
      },
    },
    testimony: ['shared', 'empty-origin-line'],
  },
  {
    what: 'an empty Access-Control-Allow-Origin line beside one in lower case is overlooked',
    engine: 'firefox',
    random: {
      request: app,
      misconfigured: {
        actual: {
          status: 200,
          headers: [
            ['Access-Control-Allow-Origin', ''],
            ['access-control-allow-origin', '{page}'],
          ],
        },
      },
    },
    testimony: ['shared', 'empty-origin-line'],
  },
  {
    what: 'the headers of a body are asked for behind a redirect that makes GET of the request',
    engine: 'webkit',
    random: {
      request: {
        ...app,
        method: 'POST',
        headers: [
          ['Content-Language', 'de@'],
          ['Content-Type', 'application/json'],
        ],
      },
      misconfigured: {
        preflight: {
          status: 204,
          headers: [
            ['Access-Control-Allow-Origin', '{page}'],
            ['Access-Control-Allow-Headers', 'content-language, content-type'],
          ],
        },
        actual: {
          status: 303,
          headers: [
            ['Access-Control-Allow-Origin', '{page}'],
            ['Location', '{api}/last'],
          ],
        },
        elsewhere: {
          '/last': {
            preflight: { status: 204, headers: [['Access-Control-Allow-Origin', '{page}']] },
            actual: { status: 200, headers: [['Access-Control-Allow-Origin', '{page}']] },
          },
        },
      },
    },
    testimony: ['refused', 'header-not-allowed'],
  },
  {
    what: "a folded line behind a redirect is compared with the page's origin",
    engine: 'firefox',
    random: {
      request: { ...app, method: 'PATCH' },
      misconfigured: {
        preflight: {
          status: 200,
          headers: [
            ['Access-Control-Allow-Origin', '{page}'],
            ['Access-Control-Allow-Methods', 'PATCH'],
          ],
        },
        actual: {
          status: 307,
          headers: [
            ['Access-Control-Allow-Origin', '{page}'],
            ['Location', '{other}/last'],
          ],
        },
        elsewhere: {
          '/last': {
            preflight: { status: 200, headers: [['Access-Control-Allow-Origin', '\r\n {page}']] },
            actual: { status: 200, headers: [] },
          },
        },
      },
    },
    testimony: ['refused', 'method-not-allowed'],
  },
];
