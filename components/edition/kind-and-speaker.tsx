import { topicAddress } from "@/components/edition/addresses";
import { shapeOf } from "@/components/edition/kind-words";
import { KIND_MARKS } from "@/lib/claims/kind";
import type { EditionClaim } from "@/lib/editions/schema";
import type { Doubt } from "@/lib/editions/standing";
import { type KnownNames, resolve } from "@/lib/entities/resolve";

interface KindAndSpeakerProps {
  claim: EditionClaim;
  doubt?: Doubt | null;
  /** Whose topics there are; without it nobody is a link. */
  known: KnownNames | undefined;
}

/** "◇ Forecast by Nvidia": the shape and the word of the kind, and who said it, with the way to everything about them. */
export function KindAndSpeaker({ claim, doubt = null, known }: KindAndSpeakerProps) {
  const { kind, speaker } = claim;
  const topic = known ? resolve(known, speaker) : null;
  return (
    <>
      <span className="shape" aria-hidden="true">
        {shapeOf(claim, doubt)}
      </span>{" "}
      {KIND_MARKS[kind].word}
      {speaker && kind !== "fact" ? (
        <> by {topic ? <a href={topicAddress(topic.slug)}>{speaker}</a> : speaker}</>
      ) : null}
    </>
  );
}
