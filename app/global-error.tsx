"use client";

import "@/components/edition/edition.css";
import { MessagePage } from "@/components/edition/message-page";

/** The last net under the desk: what not even a layout could show. Reader pages have their own (app/(public)/respond.ts). */
export default function GlobalError({ reset }: { error: Error; reset: () => void }) {
  return (
    <html lang="en">
      <body className="edition">
        <title>This page did not come out right</title>
        <main id="content">
          <MessagePage title="This page did not come out right">
            <p>The mistake is ours, and it has been noted. Everything that said “Saved” is kept.</p>
            <p>
              <button type="button" onClick={reset}>
                Try again
              </button>
            </p>
          </MessagePage>
        </main>
      </body>
    </html>
  );
}
