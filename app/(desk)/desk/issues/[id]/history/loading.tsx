// Versions are one page of their own, not the desk's panes.
export { default } from "@/app/(desk)/desk/loading";
