import { json, Router } from 'express';

const routes = Router();
export default routes;

routes.get('/items', (req, res) => {
  res.set('X-Total-Count', '2').json([{ id: 1 }, { id: 2 }]);
});
routes.put('/items/1', json(), (req, res) => {
  res.json({ id: 1, ...req.body });
});
routes.delete('/items/1', (req, res) => {
  res.json({ deleted: 1 });
});
routes.get('/boom', () => {
  throw new Error('an uncaught exception');
});
