import { env, s3Settings } from "@/lib/env";
import type { ByteStore } from "@/lib/generated/prisma/client";
import { postgresStore } from "@/lib/images/postgres-store";
import { s3Store } from "@/lib/images/s3-store";

/** One size of one picture, as a store knows it. */
export interface VariantPlace {
  imageId: string;
  /** SHA-256, hexadecimal, of the file as it was uploaded. */
  sha256: string;
  width: number;
}

/** What a store is given to keep, before the picture has a row. */
export interface KeptVariant {
  sha256: string;
  width: number;
  mediaType: string;
  data: Uint8Array<ArrayBuffer>;
}

/** Where the bytes of pictures are. Each row of Image says which store has its own. */
export interface Store {
  /** Keeps one size and answers what the row's `data` column is to hold. Keeping the same again changes nothing. */
  keep(variant: KeptVariant): Promise<Uint8Array<ArrayBuffer> | null>;
  /** The bytes of one size. Throws an Error when they cannot be had. */
  read(place: VariantPlace): Promise<Uint8Array<ArrayBuffer>>;
  /** Gives up the bytes of one size whose row is about to go. Those that are not there are as good as removed. */
  remove(place: VariantPlace): Promise<void>;
}

const STORES = {
  postgres: () => postgresStore,
  s3: () => s3Store(s3Settings(env())),
} as const satisfies Record<ByteStore, () => Store>;

/** The store of that name, as it is set now. */
export function storeNamed(name: ByteStore): Store {
  return STORES[name]();
}

/** Which store takes new pictures, by setting. */
export function chosenStore(): ByteStore {
  return env().IMAGE_STORE;
}
