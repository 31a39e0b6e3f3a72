import type { ReactNode, Ref } from "react";
import { uploadImage } from "@/components/desk/upload-image";
import { ToolDock } from "@/components/editor/editor-tools";
import { ImageUploadContext } from "@/components/editor/image-upload";

/** The sheet of paper in the middle of the desk: what is on it is set as readers will see it. */
export function Sheet({ ref, children }: { ref?: Ref<HTMLElement>; children: ReactNode }) {
  return (
    <article
      ref={ref}
      className="relative mx-auto max-w-[44rem] rounded-card border border-hair bg-paper px-5 pt-6 pb-10 sm:pt-8 sm:pr-12 sm:pb-14 sm:pl-17"
    >
      <ToolDock />
      <ImageUploadContext value={uploadImage}>{children}</ImageUploadContext>
    </article>
  );
}
