import type { NextConfig } from "next";

const config: NextConfig = {
  // `npm test` builds into a folder of its own: a running `npm start` keeps the build it serves.
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  poweredByHeader: false,
  serverExternalPackages: ["@node-rs/argon2"],
  experimental: {
    // An import's preview goes back and forth whole: a file of 2 MB and what was found in it (lib/importers/decode.ts).
    serverActions: { bodySizeLimit: "8mb" },
  },
  async headers() {
    return [
      {
        // Their names carry a hash of what is in them (scripts/assets.mjs).
        source: "/assets/:path*",
        headers: [
          { key: "Cache-Control", value: "public, max-age=31536000, immutable" },
          { key: "X-Content-Type-Options", value: "nosniff" },
        ],
      },
    ];
  },
};

export default config;
