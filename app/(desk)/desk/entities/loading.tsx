export { PageLoading as default } from "@/components/desk/page-loading";
