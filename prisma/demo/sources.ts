import type { DemoSource } from "@/prisma/demo/content";

// Titles and publishers as the publishers give them; the address is the publisher's front page where we do not
// know the page's own. Excerpts hold only words that have been quoted in print elsewhere.

export const gtcUpdates: DemoSource = {
  key: "nvidia-gtc-updates",
  title: "NVIDIA GTC 2026: live updates",
  publisher: "NVIDIA Blog",
  url: "https://blogs.nvidia.com/",
  sourceType: "primary",
};

export const physicalAi: DemoSource = {
  key: "nvidia-physical-ai",
  title: "NVIDIA and global robotics leaders take Physical AI to the real world",
  publisher: "NVIDIA Newsroom",
  url: "https://nvidianews.nvidia.com/",
  sourceType: "pressRelease",
};

export const localAgents: DemoSource = {
  key: "nvidia-local-agents",
  title: "RTX PCs and DGX Spark run AI agents locally",
  publisher: "NVIDIA Blog",
  url: "https://blogs.nvidia.com/",
  sourceType: "primary",
};

export const coworkHelp: DemoSource = {
  key: "claude-cowork-help",
  title: "Assign tasks to Claude from anywhere in Cowork",
  publisher: "Claude Help Center",
  url: "https://support.claude.com/",
  sourceType: "documentation",
};

export const partnerNetwork: DemoSource = {
  key: "anthropic-partner-network",
  title: "Anthropic invests $100 million into the Claude Partner Network",
  publisher: "Anthropic",
  url: "https://www.anthropic.com/",
  publishedAt: "2026-03-12",
  sourceType: "pressRelease",
  excerpt:
    "the only frontier AI model available on all three leading cloud providers: AWS, Google Cloud, and Microsoft.",
};

export const mistralDocs: DemoSource = {
  key: "mistral-small-4",
  title: "Mistral Small 4",
  publisher: "Mistral Docs",
  url: "https://docs.mistral.ai/",
  sourceType: "documentation",
};

export const gptMini: DemoSource = {
  key: "openai-gpt-5-4-mini",
  title: "Introducing GPT-5.4 mini and nano",
  publisher: "OpenAI",
  url: "https://openai.com/",
  sourceType: "primary",
};

export const maiImage: DemoSource = {
  key: "microsoft-mai-image-2",
  title: "Introducing MAI-Image-2: for limitless creativity",
  publisher: "Microsoft AI",
  url: "https://microsoft.ai/",
  publishedAt: "2026-03-19",
  sourceType: "primary",
};

export const rakutenAi: DemoSource = {
  key: "rakuten-ai-3",
  title: "Rakuten AI 3.0 now available",
  publisher: "Rakuten Group",
  url: "https://global.rakuten.com/corp/",
  sourceType: "pressRelease",
};

export const webAnnotation: DemoSource = {
  key: "w3c-annotation",
  title: "Web Annotation Data Model",
  publisher: "W3C",
  url: "https://www.w3.org/TR/annotation-model/",
  exactAddress: true,
  publishedAt: "2017-02-23",
  sourceType: "documentation",
};

export const canonicalJson: DemoSource = {
  key: "rfc-8785",
  title: "RFC 8785: JSON Canonicalization Scheme (JCS)",
  publisher: "RFC Editor",
  url: "https://www.rfc-editor.org/rfc/rfc8785",
  exactAddress: true,
  sourceType: "documentation",
};

export const ownIssue12: DemoSource = {
  key: "plumbline-12",
  title: "The concrete is still wet",
  publisher: "Plumbline",
  url: null,
  publishedAt: "2026-03-21",
  sourceType: "primary",
  excerpt:
    "The marks in the text say what a sentence stands on; where a claim has no passage behind it, we have none to show.",
  takenAt: "2026-03-21T09:00:00Z",
};

/** All of them, in the order of the issues. */
export const sources = [
  gtcUpdates,
  physicalAi,
  localAgents,
  coworkHelp,
  partnerNetwork,
  mistralDocs,
  gptMini,
  maiImage,
  rakutenAi,
  webAnnotation,
  canonicalJson,
  ownIssue12,
];
