import { H3, handleCors, redirect, serve } from 'h3';

const declared = {
  origin: ['https://app.example.com', 'https://admin.example.com'],
  methods: ['GET', 'PUT', 'DELETE'],
  allowHeaders: ['content-type', 'authorization'],
  credentials: true,
  exposeHeaders: ['x-total-count'],
  maxAge: '600',
};
const options = process.env.INTENT === 'declared' ? declared : {};
const app = new H3();
app.use((event) => {
  const answer = handleCors(event, options);
  if (answer !== false) return answer;
});
app.get('/items', (event) => {
  event.res.headers.set('X-Total-Count', '5');
  return ['carried out'];
});
app.put('/items', () => ['carried out']);
app.delete('/items', () => ['carried out']);
app.get('/vary', (event) => {
  event.res.headers.set('Vary', 'Accept-Language');
  return ['carried out'];
});
app.get('/moved', () => redirect('/items'));
app.get('/boom', () => {
  throw new Error('uncaught');
});
serve(app, { port: Number(process.env.PORT), hostname: '127.0.0.1' });
