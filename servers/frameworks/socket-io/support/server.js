import server from './app.js';

server.listen(0, '127.0.0.1', () => {
  console.log(`listening on port ${server.address().port}`);
});
