export interface HeadlineParts {
  subject: string;
  angle: string | null;
}

/** "Subject — angle", divided at the first dash that stands between spaces; a headline without one is all subject. */
export function splitHeadline(headline: string): HeadlineParts {
  const dash = /\s+[—–]\s+/.exec(headline);
  if (!dash) return { subject: headline, angle: null };
  const angle = headline.slice(dash.index + dash[0].length);
  return angle ? { subject: headline.slice(0, dash.index), angle } : { subject: headline, angle: null };
}

/** A headline as it is set: the angle in italics after the dash, which never begins a line. */
export function Headline({ text }: { text: string }) {
  const { subject, angle } = splitHeadline(text);
  if (angle === null) return <>{subject}</>;
  return (
    <>
      {subject} <em>—&nbsp;{angle}</em>
    </>
  );
}
