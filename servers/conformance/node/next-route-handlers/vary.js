import { preflight, withCors } from '../cors.js';

export const dynamic = 'force-dynamic';
export const GET = (request) =>
  withCors(request, Response.json(['carried out'], { headers: { Vary: 'Accept-Language' } }));
export { preflight as OPTIONS };
