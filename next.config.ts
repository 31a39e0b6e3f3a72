import type { NextConfig } from "next";

const config: NextConfig = {
  // `npm test` builds into a folder of its own: a running `npm start` keeps the build it serves.
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  poweredByHeader: false,
  serverExternalPackages: ["@node-rs/argon2"],
  // An import from the desk sends a whole file; components/desk/import-input.tsx stops a little below this.
  experimental: { serverActions: { bodySizeLimit: "3mb" } },
};

export default config;
