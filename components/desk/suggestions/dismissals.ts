import { attempt } from "@/components/desk/attempt";
import { DismissedSentences } from "@/components/desk/suggestions/dismissed";
import type { SuggestionActions } from "@/components/desk/suggestions/suggestion-actions";
import type { Result } from "@/lib/errors";

/** What is dismissed in one story, with the decisions about it that are on their way to the server. */
export class Dismissals {
  readonly sentences = new DismissedSentences();
  readonly #storyId: string;
  readonly #actions: SuggestionActions;
  #asked = 0;
  #answered = 0;

  constructor(storyId: string, actions: SuggestionActions) {
    this.#storyId = storyId;
    this.#actions = actions;
  }

  /** Decisions that were sent and answered so far: what the server is asked before another count may be older than they are. */
  get decisions(): { asked: number; answered: number } {
    return { asked: this.#asked, answered: this.#answered };
  }

  /** Tells the server of sentences that count as dismissed here already. Answers why it did not take them; then they do not. */
  async send(sentences: string[]): Promise<string | null> {
    const asked = { storyId: this.#storyId, sentences };
    const answer = await this.#decide(this.#actions.dismissSuggestions(asked));
    if (answer.ok) this.sentences.change(answer.value, true);
    else this.sentences.remove(sentences);
    return answer.ok ? null : answer.error.message;
  }

  /** Takes the dismissal of sentences back, once the server has. Answers why it did not. */
  async takeBack(sentences: string[]): Promise<string | null> {
    const asked = { storyId: this.#storyId, sentences };
    const answer = await this.#decide(this.#actions.restoreSuggestions(asked));
    if (!answer.ok) return answer.error.message;
    this.sentences.remove(sentences);
    this.sentences.change(answer.value, false);
    return null;
  }

  async #decide<T>(sent: Promise<Result<T>>) {
    this.#asked += 1;
    const answer = await attempt(sent);
    this.#answered += 1;
    return answer;
  }
}
