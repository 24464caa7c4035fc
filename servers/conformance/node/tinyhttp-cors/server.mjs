import { App } from '@tinyhttp/app';
import { cors } from '@tinyhttp/cors';

const declared = {
  origin: ['https://app.example.com', 'https://admin.example.com'],
  methods: ['GET', 'PUT', 'DELETE'],
  allowedHeaders: ['content-type', 'authorization'],
  credentials: true,
  exposedHeaders: ['x-total-count'],
  maxAge: 600,
};
const app = new App();
app.use(process.env.INTENT === 'declared' ? cors(declared) : cors());
app.get('/items', (request, response) => {
  response.set('X-Total-Count', '5').json(['carried out']);
});
app.put('/items', (request, response) => {
  response.json(['carried out']);
});
app.delete('/items', (request, response) => {
  response.json(['carried out']);
});
app.get('/vary', (request, response) => {
  response.set('Vary', 'Accept-Language').json(['carried out']);
});
app.get('/moved', (request, response) => {
  response.redirect('/items');
});
app.get('/boom', () => {
  throw new Error('uncaught');
});
app.listen(Number(process.env.PORT), undefined, '127.0.0.1');
