import { preflight } from '../cors.js';

export const dynamic = 'force-dynamic';
export const GET = () => {
  throw new Error('uncaught');
};
export { preflight as OPTIONS };
