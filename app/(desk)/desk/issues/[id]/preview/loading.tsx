// The preview is one page, not three panes.
export { PageLoading as default } from "@/components/desk/page-loading";
