import { preflight, withCors } from '../cors.js';

export const dynamic = 'force-dynamic';
export const GET = (request) =>
  withCors(request, new Response(null, { status: 302, headers: { Location: '/items' } }));
export { preflight as OPTIONS };
