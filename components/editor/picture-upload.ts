import type { NodeType } from "@tiptap/pm/model";
import { insertPoint } from "@tiptap/pm/transform";
import type { EditorView } from "@tiptap/pm/view";
import type { UploadImage } from "@/components/editor/image-upload";
import { placeMeta, placeOf, type Waiting } from "@/components/editor/picture-places";
import { newUuid } from "@/components/ui/new-uuid";

/** Puts a picture's place at `position` and the picture itself there once it is kept. The text stays editable meanwhile. */
export function addPicture(view: EditorView, file: File, upload: UploadImage, position: number): void {
  const { figure } = view.state.schema.nodes;
  if (!figure) return;
  const at = placeFor(view, figure, position);
  const id = newUuid();
  const name = file.name === "" || file.name === "image.png" ? "The picture" : `“${file.name}”`;
  const put = (error: string | null, place: number) => {
    const waiting: Waiting = { id, name, error, again, forget };
    view.dispatch(view.state.tr.setMeta(...placeMeta({ put: waiting, at: place })));
  };
  const forget = () => {
    view.dispatch(view.state.tr.setMeta(...placeMeta({ drop: id })));
    view.focus();
  };
  const again = () => {
    put(null, placeOf(view.state, id) ?? at);
    void keep();
  };
  const keep = async () => {
    const result = await upload(file).catch(() => null);
    if (view.isDestroyed) return;
    const place = placeOf(view.state, id);
    if (place === null) return;
    if (!result?.ok) return put(result?.error.message ?? UNREACHED, place);
    const { id: imageId, width, height } = result.value;
    const tr = view.state.tr.setMeta(...placeMeta({ drop: id }));
    const node = figure.create({ imageId, width, height });
    view.dispatch(tr.insert(place, node));
  };
  put(null, at);
  void keep();
}

/** Before an empty paragraph, which is left for what comes next; else behind the block that `position` is in. */
function placeFor(view: EditorView, figure: NodeType, position: number): number {
  const { doc } = view.state;
  const place = doc.resolve(position);
  const isIn = place.parent.isTextblock;
  const edge = isIn ? (place.parent.content.size === 0 ? place.before() : place.after()) : position;
  return insertPoint(doc, edge, figure) ?? doc.content.size;
}

const UNREACHED = "It did not reach the server. See whether you are online, then try again.";

/** The pictures among what is dragged or pasted. */
export function picturesIn(data: DataTransfer | null): File[] {
  return [...(data?.files ?? [])].filter((file) => file.type.startsWith("image/"));
}
