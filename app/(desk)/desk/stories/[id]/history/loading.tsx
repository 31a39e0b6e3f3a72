// Versions are one page of their own, not the desk's panes.
export { PageLoading as default } from "@/components/desk/page-loading";
