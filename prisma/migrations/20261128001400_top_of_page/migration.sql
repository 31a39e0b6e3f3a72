-- An address that ends in "#top" is the page's own (lib/sources/canonical-url.ts); where the page is a source of its own already, both stay.
UPDATE "Source" SET "canonicalUrl" = page."url"
FROM (
  SELECT DISTINCT ON (regexp_replace("canonicalUrl", '/?#top$', '', 'i')) "id",
    regexp_replace("canonicalUrl", '/?#top$', '', 'i') AS "url"
  FROM "Source" WHERE "canonicalUrl" ~* '#top$'
  ORDER BY regexp_replace("canonicalUrl", '/?#top$', '', 'i'), "id"
) page
WHERE "Source"."id" = page."id" AND NOT EXISTS (SELECT 1 FROM "Source" other WHERE other."canonicalUrl" = page."url");
