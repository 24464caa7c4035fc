import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import S3rver from 's3rver';

const rules = `<CORSConfiguration>
  <CORSRule>
    <AllowedOrigin>https://app.example.com</AllowedOrigin>
    <AllowedOrigin>https://admin.example.com</AllowedOrigin>
    <AllowedMethod>GET</AllowedMethod>
    <AllowedMethod>PUT</AllowedMethod>
    <AllowedMethod>DELETE</AllowedMethod>
    <AllowedHeader>content-type</AllowedHeader>
    <AllowedHeader>authorization</AllowedHeader>
    <ExposeHeader>x-total-count</ExposeHeader>
    <MaxAgeSeconds>600</MaxAgeSeconds>
  </CORSRule>
</CORSConfiguration>`;
const body = '["carried out"]';
mkdirSync('data/api', { recursive: true });
writeFileSync('data/api/items._S3rver_object', body);
writeFileSync('data/api/items._S3rver_object.md5', createHash('md5').update(body).digest('hex'));
writeFileSync('data/api/items._S3rver_metadata.json', '{"content-type":"application/json"}');
await new S3rver({
  address: '127.0.0.1',
  port: Number(process.env.PORT),
  silent: true,
  directory: 'data',
  configureBuckets: [{ name: 'api', configs: process.env.INTENT === 'declared' ? [rules] : [] }],
}).run();
