-- What the desk's search looks in (lib/search). Prisma knows neither functions nor indexes on expressions.

-- The words of a text, for search: lower case, punctuation away, so that addresses and "GTC-2026" fall into words too, and each
-- character of scripts that write without spaces a word of its own. lib/search/words.ts cuts what is asked for in the same way.
-- The first 100,000 characters, so that no text is too long to be kept.
CREATE FUNCTION plumbline_words(words text) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE COST 10000 AS $$
BEGIN
  RETURN to_tsvector(
    'pg_catalog.simple'::regconfig,
    regexp_replace(
      regexp_replace(
        lower(normalize(left(coalesce(words, ''), 100000), NFC)),
        '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u00d7\u00f7\u2000-\u206f\u20a0-\u20cf\u2190-\u2bff\u2e00-\u2e7f\u3000-\u3004\u3008-\u303f\ufe10-\ufe1f\ufe30-\ufe6f\uff00-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]+',
        ' ', 'g'
      ),
      '([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff])',
      ' \1 ', 'g'
    )
  );
END $$;

-- The texts within a rich-text document, one after the other.
CREATE FUNCTION plumbline_rich_text(document jsonb) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN jsonb_path_query_array(document, 'strict $.**.text')::text;

CREATE FUNCTION plumbline_story_words(headline text, body jsonb, why jsonb) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN plumbline_words(headline || ' ' || plumbline_rich_text(body) || ' ' || plumbline_rich_text(why));

CREATE FUNCTION plumbline_issue_words(title text, standfirst text, introduction jsonb, closing jsonb) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN plumbline_words(title || ' ' || standfirst || ' ' || plumbline_rich_text(introduction) || ' ' || plumbline_rich_text(closing));

CREATE FUNCTION plumbline_source_words(title text, byline text, publisher text, url text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN plumbline_words(title || ' ' || byline || ' ' || publisher || ' ' || coalesce(url, ''));

CREATE INDEX "Story_words_idx" ON "Story" USING gin (plumbline_story_words("headline", "body", "whyItMatters"));
CREATE INDEX "Issue_words_idx" ON "Issue" USING gin (plumbline_issue_words("title", "standfirst", "introduction", "closing"));
CREATE INDEX "Highlight_words_idx" ON "Highlight" USING gin (plumbline_words("text"));
CREATE INDEX "Source_words_idx" ON "Source" USING gin (plumbline_source_words("title", "byline", "publisher", "url"));
CREATE INDEX "Comment_words_idx" ON "Comment" USING gin (plumbline_words("text"));

-- Which rows hold words. Without the setting Postgres would cut every text again for a word that most of them hold, which takes
-- seconds: it counts a second look at each row that the index found as if it always took place.
CREATE FUNCTION plumbline_stories_with(words tsquery) RETURNS SETOF uuid LANGUAGE sql STABLE SET enable_seqscan = off AS $$
  SELECT "id" FROM "Story" WHERE plumbline_story_words("headline", "body", "whyItMatters") @@ words
$$;
CREATE FUNCTION plumbline_issues_with(words tsquery) RETURNS SETOF uuid LANGUAGE sql STABLE SET enable_seqscan = off AS $$
  SELECT "id" FROM "Issue" WHERE plumbline_issue_words("title", "standfirst", "introduction", "closing") @@ words
  UNION SELECT "issueId" FROM "Highlight" WHERE plumbline_words("text") @@ words
$$;
CREATE FUNCTION plumbline_sources_with(words tsquery) RETURNS SETOF uuid LANGUAGE sql STABLE SET enable_seqscan = off AS $$
  SELECT "id" FROM "Source" WHERE plumbline_source_words("title", "byline", "publisher", "url") @@ words
$$;
CREATE FUNCTION plumbline_comments_with(words tsquery) RETURNS SETOF uuid LANGUAGE sql STABLE SET enable_seqscan = off AS $$
  SELECT "id" FROM "Comment" WHERE plumbline_words("text") @@ words
$$;
