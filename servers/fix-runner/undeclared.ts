import { Agent, request } from 'undici';
import type { FixValues } from '../../src/fix/fix.ts';

const method = 'PATCH';
const header = 'x-undeclared';

/**
 * Asks a fix by CORS-preflight requests for a method and a request header that `values` do not hold, and returns
 * what it lists of them, one sentence each; empty if it lists neither.
 */
export async function judgeUndeclared(
  baseUrl: string,
  values: FixValues,
  authority: string | null = null,
): Promise<readonly string[]> {
  const agent = new Agent({ connect: authority === null ? {} : { ca: authority } });
  const listed = async (
    asked: Readonly<Record<string, string>>,
    name: string,
  ): Promise<readonly string[]> => {
    const { headers, body } = await request(`${baseUrl}/items`, {
      dispatcher: agent,
      method: 'OPTIONS',
      headers: { origin: values.origins[0] ?? '', ...asked },
    });
    await body.dump();
    return [headers[name] ?? []].flat().flatMap((line) => line.split(',').map((item) => item.trim()));
  };
  try {
    const methods = await listed({ 'access-control-request-method': method }, 'access-control-allow-methods');
    const headers = await listed(
      { 'access-control-request-method': 'GET', 'access-control-request-headers': header },
      'access-control-allow-headers',
    );
    return [
      ...methods
        .filter((item) => item === method || item === '*')
        .map((item) => `the method ${item} is listed`),
      ...headers
        .filter((item) => item.toLowerCase() === header || item === '*')
        .map((item) => `the request header ${item} is listed`),
    ];
  } finally {
    await agent.close();
  }
}
