export const GET = () => {
  throw new Error('uncaught');
};
