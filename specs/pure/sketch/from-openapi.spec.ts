import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { PolicyError } from '../../../src/policy/problem.ts';
import { sketchFromOpenApi } from '../../../src/sketch/from-openapi.ts';
import { fitting, policyInput, problemsOf, standIn } from '../../../src/sketch/policy-input.ts';
import { readOpenApi } from '../../../src/sketch/read-openapi.ts';
import type { Sketch } from '../../../src/sketch/sketch.ts';
import { targetAt } from '../../../src/sketch/target.ts';

const examples = dirname(createRequire(import.meta.url).resolve('@readme/oas-examples/package.json'));
const example = (name: string): string => readFileSync(join(examples, name), 'utf8');

const trustedOrigins = [{ value: 'https://app.example.com', from: 'from --origin' }];

async function sketched(
  text: string,
  target: string | null = null,
  base: string | null = null,
): Promise<Sketch> {
  const given = target === null ? null : targetAt(target, '--target', 'from --target');
  return fitting({
    ...sketchFromOpenApi(await readOpenApi(text, 'api.yaml'), 'api.yaml', given, base),
    trustedOrigins,
  });
}

/** Returns the policy without the comments, as JSON has it. */
const policyOf = (sketch: Sketch): unknown =>
  JSON.parse(JSON.stringify(policyInput(sketch, (env) => `$${env}`)));

async function refusalOf(text: string, target: string | null = null): Promise<string> {
  try {
    await sketched(text, target);
    return 'no PolicyError';
  } catch (error) {
    if (error instanceof PolicyError) return error.message;
    throw error;
  }
}

const known: readonly (readonly [name: string, target: string, routes: number, methods: number])[] = [
  ['2.0/json/petstore.json', 'http://petstore.swagger.io/v2', 15, 20],
  ['2.0/yaml/petstore-simple.yaml', 'http://petstore.swagger.io/v2', 2, 3],
  ['3.0/json/petstore.json', 'http://petstore.swagger.io/v2', 15, 20],
  ['3.0/yaml/uspto.yaml', 'https://developer.uspto.gov/ds-api', 3, 3],
  ['3.1/json/petstore.json', 'http://petstore.swagger.io/v2', 15, 20],
  ['3.1/yaml/train-travel.yaml', 'https://api.example.com', 5, 7],
  ['3.1/json/security.json', 'https://httpbin.org', 9, 14],
];

for (const [name, target, routes, methods] of known) {
  test(`${name} gives a policy that is valid`, async () => {
    const sketch = await sketched(example(name));
    expect(problemsOf(policyInput(sketch, standIn))).toEqual([]);
    expect([
      sketch.target.value,
      sketch.routes.length,
      sketch.routes.flatMap((one) => one.methods.value).length,
    ]).toEqual([target, routes, methods]);
  });
}

const paths = `
paths:
  /users/{id}:
    parameters:
      - { name: id, in: path, required: true, schema: { type: integer, example: 42 } }
    get:
      security: [{ token: [] }]
      parameters:
        - { name: fields, in: query, required: true, schema: { type: string, enum: [all, name] } }
        - { name: page, in: query, schema: { type: integer } }
        - { name: X-Request-Id, in: header, schema: { type: string } }
      responses:
        '200': { description: It, headers: { X-Total-Count: { schema: { type: integer } } } }
        '401': { description: No token }
        '404': { description: None }
    put:
      security: [{ token: [] }]
      parameters:
        - { name: fields, in: query, required: true, schema: { type: string, enum: [all, name] } }
      requestBody: { $ref: '#/components/requestBodies/User' }
      responses: { '204': { description: Done } }
    trace: { responses: { '200': { description: Never } } }
  /files/{name}:
    get:
      parameters:
        - { name: name, in: path, required: true, schema: { type: string } }
      responses: { '200': { description: It } }
  /login:
    post:
      security: []
      requestBody:
        content: { application/x-www-form-urlencoded: { schema: { type: object } } }
      responses: { '200': { description: In } }
  /me:
    get:
      security: [{ session: [] }, { token: [] }]
      responses: { '200': { description: You } }
  /old:
    get:
      responses: { '410': { description: Gone } }
  /mutual:
    get:
      security: [{ certificate: [] }]
      responses: { '200': { description: It } }
  /elsewhere:
    servers: [{ url: 'https://other.example.com' }]
    get:
      responses: { '200': { description: It } }
components:
  requestBodies:
    User:
      content:
        application/json:
          schema: { $ref: '#/components/schemas/User' }
          example: { name: Ada, password: not-written }
  schemas:
    User: { type: object, properties: { friend: { $ref: '#/components/schemas/User' } } }
  securitySchemes:
    token: { type: http, scheme: bearer }
    session: { type: apiKey, in: cookie, name: sid }
    certificate: { type: mutualTLS }
`;
const head = (version: string): string =>
  `openapi: ${version}\ninfo: { title: An API, version: '1' }\nservers:\n  - { url: 'https://{region}.example.com/v1', variables: { region: { default: eu } } }\n`;

const routes = [
  {
    path: '/users/{id}',
    methods: ['GET', 'PUT'],
    pathParameters: { id: '42' },
    query: { fields: 'all' },
    requestHeaders: ['authorization', 'content-type', 'x-request-id'],
    headers: { authorization: 'Bearer $API_TOKEN' },
    body: { contentType: 'application/json', text: '{"name":"Ada","password":""}' },
    errors: [{ name: 'unauthenticated', status: 401, headers: { authorization: null } }],
  },
  { path: '/files/{name}', methods: ['GET'], pathParameters: { name: '1' } },
  { path: '/login', methods: ['POST'] },
  { path: '/me', methods: ['GET'], credentials: 'include' },
  { path: '/old', methods: ['GET'], status: [410] },
];

for (const version of ['3.1.1', '3.2.0']) {
  test(`a document of OpenAPI ${version} gives its servers, paths, examples, bodies and security`, async () => {
    const sketch = await sketched(head(version) + paths);
    expect(policyOf(sketch)).toEqual({
      target: 'https://eu.example.com/v1',
      trustedOrigins: ['https://app.example.com'],
      routes,
    });
    expect(sketch.leftOut.map(({ what, why }) => `${what} ${why}`)).toEqual([
      'GET /mutual needs certificate, a certificate of its own',
      '/elsewhere has servers of its own',
      'documented errors (404) are not asked for, as nothing says which request is answered so: declare them in errors',
    ]);
    expect(sketch.routes[1]?.pathParameters?.from).toBe(
      'made up, as api.yaml has no example of name: write a value that the API knows',
    );
    expect(sketch.routes[0]?.remarks).toEqual([
      'exposedHeaders: api.yaml documents x-total-count; write those that your pages read.',
    ]);
    expect(sketch.routes[3]?.remarks).toEqual([
      'session: it takes a cookie. Declare in sessions how a page signs in, and name the session here.',
    ]);
  });
}

test('methods that only OpenAPI 3.2 has are methods', async () => {
  const text = `${head('3.2.0')}paths:
  /search:
    query: { responses: { '200': { description: Found } } }
    additionalOperations:
      LINK: { responses: { '200': { description: Linked } } }
`;
  const { routes: found } = await sketched(text);
  expect(found.map(({ methods }) => methods.value)).toEqual([['QUERY', 'LINK']]);
});

test('Swagger 2 has its own words for the same', async () => {
  const text = JSON.stringify({
    swagger: '2.0',
    info: { title: 'An API', version: '1' },
    host: 'api.example.com',
    basePath: '/v1',
    schemes: ['https', 'http'],
    consumes: ['application/json'],
    securityDefinitions: { key: { type: 'apiKey', in: 'header', name: 'X-API-Key' } },
    security: [{ key: [] }],
    paths: {
      '/users/{id}': {
        post: {
          parameters: [
            { name: 'id', in: 'path', required: true, type: 'string', 'x-example': 'ada' },
            { name: 'body', in: 'body', schema: { type: 'object', example: { name: 'Ada' } } },
          ],
          responses: { 201: { description: 'Made' } },
        },
      },
    },
  });
  expect(policyOf(await sketched(text))).toEqual({
    target: 'https://api.example.com/v1',
    trustedOrigins: ['https://app.example.com'],
    routes: [
      {
        path: '/users/{id}',
        methods: ['POST'],
        pathParameters: { id: 'ada' },
        requestHeaders: ['content-type', 'x-api-key'],
        headers: { 'x-api-key': '$X_API_KEY' },
        body: { contentType: 'application/json', text: '{"name":"Ada"}' },
      },
    ],
  });
});

test('a form with files is written as its parts, in the words of each version', async () => {
  const open = (version: string, file: string): string => `openapi: ${version}
info: { title: An API, version: '1' }
servers: [{ url: 'https://api.example.com' }]
paths:
  /photos:
    post:
      requestBody:
        content:
          multipart/form-data:
            schema:
              type: object
              properties:
                title: { type: string, example: a cat }
                count: { type: integer }
                accessToken: { type: string, example: not-written }
                where: { type: object, example: { lat: 1 } }
                photo: ${file}
                more: { type: array, items: ${file} }
            encoding: { photo: { contentType: 'image/png, image/jpeg' } }
      responses: { '201': { description: Made } }
`;
  const swagger = `swagger: '2.0'
info: { title: An API, version: '1' }
host: api.example.com
paths:
  /photos:
    post:
      consumes: [multipart/form-data]
      parameters:
        - { name: title, in: formData, type: string, default: a cat }
        - { name: photo, in: formData, type: file }
      responses: { '201': { description: Made } }
`;
  const partsOf = async (text: string) => (await sketched(text)).routes.map(({ body }) => body?.value);
  const all = [
    {
      multipart: [
        { name: 'title', text: 'a cat' },
        { name: 'count', text: '1' },
        { name: 'accessToken', text: '' },
        { name: 'where', text: '{"lat":1}' },
        { name: 'photo', bytes: 1000, contentType: 'image/png' },
        { name: 'more', bytes: 1000 },
      ],
    },
  ];
  expect([
    await partsOf(open('3.0.3', '{ type: string, format: binary }')),
    await partsOf(open('3.1.1', '{ type: string, contentMediaType: application/octet-stream }')),
    await partsOf(swagger),
  ]).toEqual([
    all,
    all,
    [
      {
        multipart: [
          { name: 'title', text: 'a cat' },
          { name: 'photo', bytes: 1000 },
        ],
      },
    ],
  ]);
});

const minimal = (servers: string): string =>
  `openapi: 3.1.0\ninfo: { title: An API, version: '1' }\n${servers}paths: { /a: { get: { responses: { '200': { description: It } } } } }\n`;

test('a target takes the place of the server, and a server that names no host is below the document’s own address', async () => {
  const server = 'servers: [{ url: /v1 }]\n';
  const targetOf = async (...args: Parameters<typeof sketched>) => (await sketched(...args)).target.value;
  expect([
    await targetOf(minimal(server), 'http://127.0.0.1:8080'),
    await targetOf(minimal(server), 'http://127.0.0.1:8080/api'),
    await targetOf(minimal(server), null, 'https://docs.example.com/openapi.yaml'),
    await targetOf(minimal(''), null, 'http://127.0.0.1:8000/openapi.json'),
    await targetOf(minimal('servers: [{ url: https://api.example.com/v1/ }]\n')),
  ]).toEqual([
    'http://127.0.0.1:8080/v1',
    'http://127.0.0.1:8080/api',
    'https://docs.example.com/v1',
    'http://127.0.0.1:8000',
    'https://api.example.com/v1',
  ]);
  expect(await refusalOf(minimal(server))).toBe(
    '--target is missing, and api.yaml says where its server is only by "/v1": name the address of the API, such as "https://api.example.com".',
  );
  expect(await refusalOf(minimal(''))).toBe(
    '--target is missing, and api.yaml names no server: name the address of the API, such as "https://api.example.com".',
  );
});

test('a document that is broken is refused with the errors of its parser, and one that needs another is refused unread', async () => {
  expect(await refusalOf('openapi: 3.1.0\na: [\nb: "')).toBe(
    [
      'api.yaml has 2 problems:',
      '- api.yaml is no YAML or JSON (Flow sequence in block collection must be sufficiently indented and end with a ] at line 3, column 1): correct it.',
      '- api.yaml is no YAML or JSON (Missing closing "quote at line 3, column 5): correct it.',
    ].join('\n'),
  );
  expect(await refusalOf('just a text')).toBe(
    'api.yaml is no OpenAPI document: name a file with "openapi" or "swagger" in it.',
  );
  expect(await refusalOf('openapi: 4.0.0')).toBe(
    'api.yaml is refused: Cannot find supported swagger/openapi version in specification, version must be a string: correct it.',
  );
  expect(await refusalOf('openapi: 3.0.3\ninfo: {}\npaths: { /a: { get: {} } }')).toBe(
    [
      'api.yaml has 3 problems:',
      "- api.yaml /info must have required property 'title': correct it.",
      "- api.yaml /info must have required property 'version': correct it.",
      "- api.yaml /paths/~1a/get must have required property 'responses': correct it.",
    ].join('\n'),
  );
  const foreign = minimal('').replace('{ description: It }', '{ $ref: "http://169.254.169.254/x.yaml#/a" }');
  expect(await refusalOf(foreign, 'https://api.example.com')).toBe(
    'api.yaml refers to http://169.254.169.254/x.yaml#/a, and no other document is read: bundle it into one document, for instance with npx @redocly/cli bundle.',
  );
});

test('a document that is wrong in its schemas alone is used', async () => {
  const wrong = minimal('servers: [{ url: https://api.example.com }]\n').replace(
    'openapi: 3.1.0',
    'openapi: 3.0.3',
  );
  const { routes: found } = await sketched(`${wrong}components: { schemas: { A: { type: 'null' } } }\n`);
  expect(found.length).toBe(1);
});
