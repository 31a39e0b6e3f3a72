import { useEffect, useState } from "react";
import { type Attempt, attempt } from "@/components/desk/attempt";
import type { Result } from "@/lib/errors";

/**
 * What the server answers to a question that is asked while somebody types; null until there is a first answer, which then stays
 * while the next one is waited for. An answer to an older question is dropped.
 * @param ask asked anew whenever it is another function, so it has to stay the same from render to render
 * @param pause milliseconds of rest before a question is sent
 */
export function useAnswer<T>(ask: () => Promise<Result<T>>, pause = 150): Attempt<T> | null {
  const [answer, setAnswer] = useState<Attempt<T> | null>(null);
  useEffect(() => {
    let wanted = true;
    const timer = setTimeout(() => {
      void attempt(ask()).then((found) => wanted && setAnswer(found));
    }, pause);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [ask, pause]);
  return answer;
}
