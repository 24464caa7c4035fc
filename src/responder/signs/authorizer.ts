import type { Word } from '../../words/say.ts';
import { defineSigns } from '../sign.ts';

const apiGateway =
  'https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html';

const gatewayCure: Word =
  'Set the CORS headers on the gateway responses of API Gateway (DEFAULT_4XX, DEFAULT_5XX): no integration sends this answer.';

/** What a gateway answers in place of the API: no key, no token, no such resource. */
export default defineSigns({
  kind: 'authorizer',
  signs: [
    ...(
      [
        'UnauthorizedException',
        'ForbiddenException',
        'AccessDeniedException',
        'MissingAuthenticationTokenException',
        'IncompleteSignatureException',
        'InvalidSignatureException',
        'ExpiredTokenException',
        'UnrecognizedClientException',
        'AuthorizerConfigurationException',
        'LimitExceededException',
        'TooManyRequestsException',
      ] as const
    ).map((type) => ({
      name: 'Amazon API Gateway',
      shows: 'made' as const,
      lines: [{ header: 'x-amzn-errortype', startsWith: type }] as const,
      cure: gatewayCure,
      source: apiGateway,
    })),
    {
      name: 'Amazon API Gateway',
      shows: 'made',
      lines: [{ header: 'x-amzn-errortype', startsWith: 'InternalServerErrorException' }],
      statuses: [500, 502, 504],
      stacks: ['aws-lambda'],
      owner: 'back end',
      cure: 'Set the CORS headers on the gateway responses of API Gateway (DEFAULT_5XX), or see that the integration answers in time and without an error.',
      source: apiGateway,
    },
    {
      name: 'Amazon API Gateway',
      shows: 'front',
      lines: [{ header: 'x-amzn-requestid' }],
      stacks: ['aws-lambda'],
      source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html',
    },
    {
      name: 'Amazon API Gateway',
      shows: 'front',
      lines: [{ header: 'apigw-requestid' }],
      stacks: ['aws-lambda'],
      source:
        'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-troubleshooting-lambda.html',
    },
    {
      name: 'Kong',
      shows: 'made',
      lines: [{ header: 'x-kong-response-latency' }],
      source: 'https://developer.konghq.com/gateway/configuration/#headers',
    },
    {
      name: 'Kong',
      shows: 'passed',
      lines: [{ header: 'x-kong-upstream-latency' }],
      source: 'https://developer.konghq.com/gateway/configuration/#headers',
    },
    {
      name: 'APISIX',
      shows: 'front',
      lines: [{ header: 'server', startsWith: 'APISIX/' }],
      source: 'https://github.com/apache/apisix/blob/master/apisix/core/version.lua',
    },
    {
      name: 'Tyk',
      shows: 'made',
      lines: [{ header: 'x-generator', startsWith: 'tyk.io' }],
      source: 'https://github.com/TykTechnologies/tyk/blob/master/gateway/handler_error.go',
    },
    {
      name: 'Azure API Management',
      shows: 'made',
      lines: [{ header: 'www-authenticate', startsWith: 'AzureApiManagementKey' }],
      source: 'https://learn.microsoft.com/en-us/azure/api-management/api-management-subscriptions',
    },
  ],
  pages: [],
});
