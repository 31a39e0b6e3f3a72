import "@fontsource-variable/instrument-sans/wght.css";
import "@fontsource-variable/newsreader/wght.css";
import "@fontsource-variable/newsreader/wght-italic.css";
import "./desk.css";
import type { Metadata, Viewport } from "next";
import { connection } from "next/server";
import type { ReactNode } from "react";
import { assets } from "@/app/(public)/assets";
import { Toasts } from "@/components/ui/toasts";

export async function generateMetadata(): Promise<Metadata> {
  const { icon } = await assets();
  return { ...metadata, icons: { icon: { url: icon, type: "image/svg+xml" } } };
}

const metadata: Metadata = {
  title: { default: "Desk · Plumbline", template: "%s · Plumbline" },
  robots: { index: false, follow: false },
  manifest: "/desk/manifest.webmanifest",
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f1eee6" },
    { media: "(prefers-color-scheme: dark)", color: "#0f0f0b" },
  ],
};

/** The document around everything behind sign-in, and sign-in itself. */
export default async function DeskDocument({ children }: { children: ReactNode }) {
  // A page made at build time could not carry the nonce of the request's content security policy.
  await connection();
  return (
    <html lang="en">
      <body className="min-h-dvh">
        {children}
        <Toasts position="bottom-center" theme="system" containerAriaLabel="Messages" />
      </body>
    </html>
  );
}
