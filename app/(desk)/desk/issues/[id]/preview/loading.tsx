// The preview is one page, not three panes.
export { default } from "@/app/(desk)/desk/loading";
