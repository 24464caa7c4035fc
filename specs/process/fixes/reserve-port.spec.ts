import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, test } from '@playwright/test';
import { reservePort } from '../../../servers/reserve-port.ts';
import { closeServer, listenOnLoopback } from '../../../servers/loopback.ts';

// There are some 28,000 ports, half of which Linux tries first: without a reservation, some of these would be given twice.
const count = 600;

test('no reserved port is given to anybody else, and who is told it can listen there', async () => {
  test.skip(process.platform !== 'linux', 'Elsewhere a port stays reserved for a shorter time.');
  const reserved: number[] = [];
  for (let n = 0; n < count; n += 1) reserved.push(await reservePort());
  expect(new Set(reserved).size).toBe(count);

  const others = Array.from({ length: count }, () => createServer());
  const given = await Promise.all(others.map(listenOnLoopback));
  expect(given.filter((port) => reserved.includes(port))).toEqual([]);
  await Promise.all(others.map(closeServer));

  const server = createServer().listen(reserved[0], '127.0.0.1');
  await once(server, 'listening');
  await closeServer(server);
});
