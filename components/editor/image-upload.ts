"use client";

import { createContext } from "react";
import type { Result } from "@/lib/errors";

/** Keeps a picture and answers its id and its size in pixels. */
export type UploadImage = (file: File) => Promise<Result<{ id: string; width: number; height: number }>>;

/** How the texts below keep a picture; null where pictures cannot be added. */
export const ImageUploadContext = createContext<UploadImage | null>(null);
