import { Extension } from "@tiptap/core";
import { PluginKey } from "@tiptap/pm/state";
import { ReactRenderer } from "@tiptap/react";
import { Suggestion, type SuggestionOptions, type SuggestionProps } from "@tiptap/suggestion";
import { matching, type SlashItem } from "@/components/editor/slash-items";
import { SlashList, type SlashListProps } from "@/components/editor/slash-list";

interface SlashMenuOptions {
  /** What can be put into this text; asked each time the menu opens. */
  items(): readonly SlashItem[];
}

/** "/" at the beginning of a block or after a space lists what can be put in. */
export const SlashMenu = Extension.create<SlashMenuOptions>({
  name: "slashMenu",
  addOptions: () => ({ items: () => [] }),
  addProseMirrorPlugins() {
    const { items } = this.options;
    return [
      Suggestion<SlashItem, SlashItem>({
        editor: this.editor,
        pluginKey: new PluginKey("slashMenu"),
        char: "/",
        // In the page's main landmark, so that assistive technology finds it in its place.
        container: "main",
        allow: ({ state, range }) => {
          const { parent } = state.doc.resolve(range.from);
          return this.editor.isEditable && parent.type.name === "paragraph";
        },
        items: ({ query, editor }) =>
          matching(items(), query).filter((item) => item.isPossible?.(editor) ?? true),
        command: ({ editor, range, props: item }) => item.run(editor, range),
        render: listInBody,
      }),
    ];
  },
});

let lists = 0;

/** The open list: what is active in it, and the text's own words about it for screen readers. */
function listInBody(): ReturnType<NonNullable<SuggestionOptions<SlashItem, SlashItem>["render"]>> {
  lists += 1;
  const id = `slash-${lists}`;
  let renderer: ReactRenderer<unknown, SlashListProps> | null = null;
  let unmount = () => {};
  let given: SuggestionProps<SlashItem, SlashItem>;
  let active = 0;
  const listProps = (): SlashListProps => ({
    id,
    items: given.items,
    active,
    onPoint: (index) => show(index),
    onPick: (item) => given.command(item),
  });
  const show = (index: number) => {
    active = index;
    renderer?.updateProps(listProps());
    name(given.editor.view.dom, id, given.items[active]);
  };
  const step = (by: number) => show((active + by + given.items.length) % given.items.length);
  return {
    onStart: (props) => {
      given = props;
      active = 0;
      renderer = new ReactRenderer(SlashList, { editor: props.editor, props: listProps() });
      renderer.element.style.zIndex = "60";
      unmount = props.mount(renderer.element);
      show(0);
    },
    onUpdate: (props) => {
      given = props;
      show(0);
    },
    onKeyDown: ({ event }) => {
      const item = given.items[active];
      if (!item) return false;
      if (event.key === "ArrowDown") step(1);
      else if (event.key === "ArrowUp") step(-1);
      else if (event.key === "Enter" || event.key === "Tab") given.command(item);
      else return false;
      return true;
    },
    onExit: () => {
      name(given.editor.view.dom, id, undefined, true);
      unmount();
      renderer?.destroy();
      renderer = null;
    },
  };
}

/** A text box that completes by a list (ARIA 1.2): it controls the list and names the active option. */
function name(text: HTMLElement, id: string, item: SlashItem | undefined, isOver = false): void {
  const said: Record<string, string | null> = {
    "aria-haspopup": isOver ? null : "listbox",
    "aria-autocomplete": isOver ? null : "list",
    "aria-controls": isOver ? null : id,
    "aria-activedescendant": item ? `${id}-${item.name}` : null,
  };
  for (const [attribute, value] of Object.entries(said)) {
    if (value === null) text.removeAttribute(attribute);
    else text.setAttribute(attribute, value);
  }
}
