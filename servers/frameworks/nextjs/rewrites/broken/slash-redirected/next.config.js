/** @type {import('next').NextConfig} */
const nextConfig = {
  async rewrites() {
    const api = {{backend as js}};
    return [
      { source: '/api/:path*', destination: `${api}/api/:path*` },
    ];
  },
};

module.exports = nextConfig;
