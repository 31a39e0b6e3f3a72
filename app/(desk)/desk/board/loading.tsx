export { BoardLoading as default } from "@/components/desk/board-loading";
