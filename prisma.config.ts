import { defineConfig } from "prisma/config";

// The CLI reads the address from the environment; scripts/ sets it, embedded or not.
export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations", seed: "tsx prisma/seed.ts" },
  datasource: { url: process.env.DATABASE_URL ?? "" },
});
