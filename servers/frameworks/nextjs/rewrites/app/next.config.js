/** @type {import('next').NextConfig} */
const nextConfig = {
  // Without this, /api/items/ is redirected to /api/items, which many APIs redirect back.
  skipTrailingSlashRedirect: true,
  async rewrites() {
    const api = {{backend as js}};
    return [
      { source: '/api/:path*/', destination: `${api}/api/:path*/` },
      { source: '/api/:path*', destination: `${api}/api/:path*` },
    ];
  },
};

module.exports = nextConfig;
