import { expect, test } from '@playwright/test';
import { PolicyError, validatePolicy } from '../../../src/policy/policy.ts';
import { speaking } from '../../../src/words/say.ts';

const wrong = {
  target: 'https://api.example.com?key=1',
  trustedOrigins: ['https://app.example.com/', 'http://shop.example.com', 7],
  failOnHazards: true,
  routes: [
    {
      path: '/users/{id}',
      methods: ['get', 'patch'],
      requestHeaders: ['cookie', 'authorization'],
      credentials: 'include',
      public: true,
      headers: { authorization: 'Bearer hunter2hunter2\n', 'x-key': undefined },
      errors: [{ status: 200 }],
    },
    'GET /status',
    { path: 'users', methods: 'GET', preflightCacheSeconds: -5 },
  ],
  limits: { requestsInFlight: 0 },
};

const listed = [
  'trustedOrigins[2] 7 is a number: write an origin, such as "https://app.example.com".',
  'routes[0].errors[0].name is missing: write a name, such as "unauthenticated".',
  'routes[1] "GET /status" is a string: write { path: "/users", methods: ["GET"] }.',
  'routes[2].methods "GET" is a string: write a list of methods, such as ["GET", "POST"].',
  'failOnHazards is not a key that a policy has here: did you mean "failOn"?',
  'target "https://api.example.com?key=1" has a query or a fragment: leave it out; a query belongs to a route.',
  'trustedOrigins[0] "https://app.example.com/" is not a serialized origin: remove the trailing slash; write "https://app.example.com".',
  'routes[0].methods[1] "patch" is sent as it is written, and is another method than "PATCH": write "PATCH".',
  'routes[0].pathParameters.id is missing, but the path "/users/{id}" needs it: write a value that the API knows, such as "42".',
  'routes[0].requestHeaders[0] "cookie" is a forbidden request-header, which no page can set: remove it; browsers send cookies by themselves with credentials: "include".',
  'routes[0].credentials "include" contradicts public: true, which is for reading without credentials: remove one of the two.',
  'routes[0].headers.authorization [redacted] contains a line break: remove it, for instance with .trim().',
  'routes[0].headers["x-key"] has a value, but is not in requestHeaders: add "x-key" to requestHeaders, or remove the value.',
  'routes[0].headers["x-key"] is undefined: set the environment variable that it is made of, or write the value.',
  'routes[0].errors[0].status 200 is not an error status: write a status from 400 to 599.',
  'routes[2].path "users" does not start with a slash: write "/users".',
  'routes[2].preflightCacheSeconds -5 is negative: write 0 if no CORS-preflight response may be reused.',
  'trustedOrigins[1] "http://shop.example.com" is not secure, and routes[0] takes credentials: anybody on the network can act as its pages: write "https://shop.example.com", or credentials: "omit".',
  'limits.requestsInFlight 0 leaves room for no request: write a number above 0, or leave it out.',
];

const listedInJapanese = [
  'trustedOrigins[2] 7：型が違います（number）。オリジン（例："https://app.example.com"）を書いてください。',
  'routes[0].errors[0].name：ありません。名前（例："unauthenticated"）を書いてください。',
  'routes[1] "GET /status"：型が違います（string）。{ path: "/users", methods: ["GET"] } を書いてください。',
  'routes[2].methods "GET"：型が違います（string）。メソッドのリスト（例：["GET", "POST"]）を書いてください。',
  'failOnHazards：ポリシーのこの場所にはないキーです。"failOn" のことですか？',
  'target "https://api.example.com?key=1"：クエリまたはフラグメントがあります。省いてください。クエリはルートに書きます。',
  'trustedOrigins[0] "https://app.example.com/"：シリアライズされたオリジンではありません。末尾のスラッシュを削除してください。"https://app.example.com" を書いてください。',
  'routes[0].methods[1] "patch"：書かれたとおりに送信され、"PATCH" とは別のメソッドになります。"PATCH" を書いてください。',
  'routes[0].pathParameters.id：ありませんが、パス "/users/{id}" に必要です。API に存在する値（例："42"）を書いてください。',
  'routes[0].requestHeaders[0] "cookie"：禁止されたリクエストヘッダーで、ページからは設定できません。削除してください。credentials: "include" なら、ブラウザが自動で Cookie を送信します。',
  'routes[0].credentials "include"：public: true と矛盾します。public は資格情報なしで読み取るためのものです。どちらか一方を削除してください。',
  'routes[0].headers.authorization [redacted]：改行が入っています。.trim() などで削除してください。',
  'routes[0].headers["x-key"]：値がありますが、requestHeaders にありません。requestHeaders に "x-key" を加えるか、値を削除してください。',
  'routes[0].headers["x-key"]：undefined です。元になる環境変数を設定するか、値を書いてください。',
  'routes[0].errors[0].status 200：エラーのステータスではありません。400 から 599 のステータスを書いてください。',
  'routes[2].path "users"：スラッシュで始まっていません。"/users" を書いてください。',
  'routes[2].preflightCacheSeconds -5：負の数です。プリフライトレスポンスを再利用させない場合は 0 と書いてください。',
  'trustedOrigins[1] "http://shop.example.com"：安全でないオリジンですが、routes[0] は資格情報を受け取ります。ネットワーク上の誰でもこのオリジンのページになりすませます。"https://shop.example.com" または credentials: "omit" と書いてください。',
  'limits.requestsInFlight 0：リクエストを 1 件も送信できません。0 より大きい数を書くか、省いてください。',
];

function thrown(): PolicyError {
  try {
    validatePolicy(wrong);
  } catch (error) {
    if (error instanceof PolicyError) return error;
    throw error;
  }
  throw new Error('validatePolicy accepted a policy that is wrong in nineteen ways');
}

test('every problem of a policy is told at once', () => {
  expect(thrown().message).toBe(
    [`The policy has ${listed.length} problems:`, ...listed.map((text) => `- ${text}`)].join('\n'),
  );
});

test('a PolicyError says what it is, and holds each problem in parts', () => {
  const error = thrown();
  expect({
    name: error.name,
    code: error.code,
    count: error.problems.length,
    first: error.problems[0],
  }).toEqual({
    name: 'PolicyError',
    code: 'policy-invalid',
    count: listed.length,
    first: {
      place: 'trustedOrigins[2]',
      value: '7',
      problem: 'is a number',
      remedy: 'write an origin, such as "https://app.example.com"',
    },
  });
  expect(String(error)).toBe(`PolicyError: ${error.message}`);
});

test('every problem of a policy is told in Japanese', () => {
  expect(speaking('ja', thrown).message).toBe(
    ['ポリシーに 19 件の問題があります：', ...listedInJapanese.map((text) => `- ${text}`)].join('\n'),
  );
});
