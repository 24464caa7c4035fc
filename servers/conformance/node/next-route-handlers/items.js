import { preflight, withCors } from '../cors.js';

const answer = (request) =>
  withCors(request, Response.json(['carried out'], { headers: { 'X-Total-Count': '5' } }));

export const dynamic = 'force-dynamic';
export { answer as GET, answer as PUT, answer as DELETE, preflight as OPTIONS };
