import type { EntityKind } from "@/lib/entities/schema";

export interface DemoEntity {
  name: string;
  kind: EntityKind;
  /** Other names, those of its own publications among them: what they publish is its own. */
  otherNames?: string[];
}

/** Who speaks in the demo, and the products that it is about. */
export const entities: DemoEntity[] = [
  { name: "Accenture", kind: "organisation" },
  { name: "Anthropic", kind: "organisation", otherNames: ["Claude Help Center"] },
  { name: "Microsoft", kind: "organisation", otherNames: ["Microsoft AI"] },
  { name: "Mistral", kind: "organisation", otherNames: ["Mistral AI", "Mistral Docs"] },
  { name: "Nvidia", kind: "organisation", otherNames: ["NVIDIA Blog", "NVIDIA Newsroom"] },
  { name: "OpenAI", kind: "organisation" },
  { name: "Rakuten", kind: "organisation", otherNames: ["Rakuten Group"] },
  { name: "Xiaomi", kind: "organisation" },
  { name: "Claude", kind: "product" },
  { name: "GPT-5.4 mini", kind: "product" },
  { name: "MAI-Image-2", kind: "product" },
  { name: "Mistral Small 4", kind: "product" },
];
