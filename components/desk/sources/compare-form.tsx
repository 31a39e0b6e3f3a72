import { dayAndTime } from "@/components/desk/dates";
import { buttonClass } from "@/components/ui/button";
import { Select } from "@/components/ui/input";
import type { SnapshotLine } from "@/lib/sources/overview-schema";

interface CompareFormProps {
  sourceId: string;
  /** Those with a text, newest first. */
  texts: SnapshotLine[];
  before: string;
  after: string;
}

/** Which two texts are compared; needs no script. */
export function CompareForm({ sourceId, texts, before, after }: CompareFormProps) {
  const options = texts.map(({ id, fetchedAt, origin }) => (
    <option key={id} value={id}>
      {dayAndTime(fetchedAt)}
      {origin === "fetched" ? "" : origin === "typed" ? ", typed" : ", demo excerpt"}
    </option>
  ));
  return (
    <form
      key={`${before} ${after}`}
      action={`/desk/sources/${sourceId}/compare`}
      className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-2 text-sm sm:flex sm:flex-wrap"
    >
      <label htmlFor="before">Before</label>
      <Select id="before" name="before" defaultValue={before} className="sm:w-56!">
        {options}
      </Select>
      <label htmlFor="after">After</label>
      <Select id="after" name="after" defaultValue={after} className="sm:w-56!">
        {options}
      </Select>
      <button type="submit" className={`${buttonClass()} max-sm:col-span-2`}>
        Compare
      </button>
    </form>
  );
}
