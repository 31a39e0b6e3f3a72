import { Extension } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import type { UploadImage } from "@/components/editor/image-upload";
import { picturePlaces } from "@/components/editor/picture-places";
import { addPicture, picturesIn } from "@/components/editor/picture-upload";

interface PictureDropOptions {
  /** Asked anew each time: what keeps pictures may come later than the editor. */
  upload(): UploadImage | null;
  /** Called where a picture came and none can be added. */
  onRefused(): void;
}

/** Pictures that are dragged or pasted into the text. */
export const PictureDrop = Extension.create<PictureDropOptions>({
  name: "pictureDrop",
  addOptions: () => ({ upload: () => null, onRefused: () => {} }),
  addProseMirrorPlugins() {
    const { upload, onRefused } = this.options;
    const take = (view: EditorView, files: File[], position: number) => {
      const keep = upload();
      if (keep) for (const file of files) addPicture(view, file, keep, position);
      else onRefused();
      return true;
    };
    return [picturePlaces(), new Plugin({ props: { handlePaste: pasted(take), handleDrop: dropped(take) } })];
  },
});

type Take = (view: EditorView, files: File[], position: number) => boolean;

function pasted(take: Take) {
  return (view: EditorView, event: ClipboardEvent): boolean => {
    const files = picturesIn(event.clipboardData);
    if (files.length === 0 || !view.editable || saysSomething(event.clipboardData)) return false;
    return take(view, files, view.state.selection.from);
  };
}

/** Word and Excel put a picture of the words beside the words: those are meant. */
function saysSomething(data: DataTransfer | null): boolean {
  const html = data?.getData("text/html") ?? "";
  if (html === "") return (data?.getData("text/plain") ?? "").trim() !== "";
  const body = new DOMParser().parseFromString(html, "text/html").body;
  return (body.textContent ?? "").trim() !== "" || body.querySelector("table") !== null;
}

function dropped(take: Take) {
  return (view: EditorView, event: DragEvent, _slice: unknown, moved: boolean): boolean => {
    const files = picturesIn(event.dataTransfer);
    if (moved || files.length === 0 || !view.editable) return false;
    event.preventDefault();
    const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
    return take(view, files, place?.pos ?? view.state.doc.content.size);
  };
}
