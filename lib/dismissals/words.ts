/**
 * A sentence's words as a dismissal remembers them: NFKC, white space collapsed. Another word, letter case or stop is another
 * sentence. Its SHA-256 in hexadecimal (of UTF-8) is what is kept; server and browser make the same.
 */
export const dismissedWords = (sentence: string) => sentence.normalize("NFKC").replace(/\s+/g, " ").trim();
