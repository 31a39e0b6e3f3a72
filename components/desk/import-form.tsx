"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { attempt } from "@/components/desk/attempt";
import { ImportInput } from "@/components/desk/import-input";
import { ImportPreview } from "@/components/desk/import-preview";
import { Notice } from "@/components/ui/notice";
import type { Result } from "@/lib/errors";
import type { ImportedIssue, ImportReport } from "@/lib/importers/imported-issue";

/** What reading gave: the structure found, and the issue that this very file became before, if any. */
export interface ReadFile {
  fileName: string;
  sha256: string;
  issue: ImportedIssue;
  report: ImportReport;
  known: { issueId: string } | null;
  /** Numbers that issues have already: an import with one of them comes in without a number. */
  takenNumbers: number[];
}

export interface ImportFormProps {
  /** Takes form data with `file`, or `{ fileName, text }`. Writes nothing. */
  readFile(input: FormData | { fileName: string; text: string }): Promise<Result<ReadFile>>;
  acceptImport(
    input: Pick<ReadFile, "fileName" | "sha256" | "issue" | "report">,
  ): Promise<Result<{ issueId: string; alreadyImported: boolean }>>;
}

/** Text or a file in, a look at what was found, corrections, and only then an issue. */
export function ImportForm({ readFile, acceptImport }: ImportFormProps) {
  const router = useRouter();
  const [text, setText] = useState("");
  const [read, setRead] = useState<ReadFile | null>(null);
  const [known, setKnown] = useState<string | null>(null);
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);

  const run = async <T,>(deed: Promise<Result<T>>, then: (value: T) => void) => {
    setBusy(true);
    setError(undefined);
    const answer = await attempt(deed);
    setBusy(false);
    if (answer.ok) then(answer.value);
    else setError(answer.error.message);
  };
  const show = (found: ReadFile) => {
    setKnown(found.known?.issueId ?? null);
    setRead(found);
  };
  const accept = (issue: ImportedIssue) => {
    if (!read) return;
    const { fileName, sha256, report } = read;
    void run(acceptImport({ fileName, sha256, issue, report }), ({ issueId, alreadyImported }) => {
      if (alreadyImported) setKnown(issueId);
      else router.push(`/desk/issues/${issueId}`);
    });
  };

  const failure = error ? <Notice kind="error">{error}</Notice> : null;
  if (!read) {
    return (
      <ImportInput
        text={text}
        onText={setText}
        busy={busy}
        failure={failure}
        onProblem={setError}
        onRead={(input) => void run(readFile(input), show)}
      />
    );
  }
  return (
    <ImportPreview
      key={read.sha256}
      read={read}
      busy={busy}
      failure={known ? <Known issueId={known} /> : failure}
      canAccept={known === null}
      onAccept={accept}
      onBack={() => {
        setRead(null);
        setError(undefined);
      }}
    />
  );
}

function Known({ issueId }: { issueId: string }) {
  return (
    <Notice>
      This very file was imported before, so nothing new is made of it.{" "}
      <Link className="link" href={`/desk/issues/${issueId}`}>
        Open the issue it became
      </Link>
      .
    </Notice>
  );
}
