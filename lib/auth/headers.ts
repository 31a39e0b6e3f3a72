/** What every answer of the signed-in side carries, beside its content security policy. */
export const DESK_HEADERS = {
  "X-Content-Type-Options": "nosniff",
  // Not "no-referrer": with it browsers send "Origin: null" with forms, which is refused.
  "Referrer-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
  "Cache-Control": "private, no-store",
} as const;

/**
 * Scripts run by nonce only. Styles may stand inline because sonner and radix insert style elements without a nonce,
 * and dnd-kit, tiptap's tables and radix position things by style attributes. In development React needs eval.
 */
export function contentSecurityPolicy(nonce: string, development: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${development ? " ws: wss:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
