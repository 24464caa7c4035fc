import app from './app.js';

app.silent = true;
const server = app.listen(0, '127.0.0.1', () => {
  console.log(`listening on port ${server.address().port}`);
});
