-- What Prisma's schema cannot say. The database holds these, whoever writes to it.

-- Positions are unique, and checked at commit: a whole order is rewritten in one transaction.
DROP INDEX "Section_issueId_position_key";
ALTER TABLE "Section" ADD CONSTRAINT "Section_issueId_position_key" UNIQUE ("issueId", "position") DEFERRABLE INITIALLY DEFERRED;
DROP INDEX "Story_sectionId_position_key";
ALTER TABLE "Story" ADD CONSTRAINT "Story_sectionId_position_key" UNIQUE ("sectionId", "position") DEFERRABLE INITIALLY DEFERRED;
DROP INDEX "Highlight_issueId_position_key";
ALTER TABLE "Highlight" ADD CONSTRAINT "Highlight_issueId_position_key" UNIQUE ("issueId", "position") DEFERRABLE INITIALLY DEFERRED;
DROP INDEX "HighlightStory_highlightId_position_key";
ALTER TABLE "HighlightStory" ADD CONSTRAINT "HighlightStory_highlightId_position_key" UNIQUE ("highlightId", "position") DEFERRABLE INITIALLY DEFERRED;
DROP INDEX "StorySource_storyId_position_key";
ALTER TABLE "StorySource" ADD CONSTRAINT "StorySource_storyId_position_key" UNIQUE ("storyId", "position") DEFERRABLE INITIALLY DEFERRED;
DROP INDEX "Evidence_claimId_position_key";
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_claimId_position_key" UNIQUE ("claimId", "position") DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE "Section" ADD CONSTRAINT "Section_position_check" CHECK ("position" >= 1);
ALTER TABLE "Highlight" ADD CONSTRAINT "Highlight_position_check" CHECK ("position" >= 1);
ALTER TABLE "HighlightStory" ADD CONSTRAINT "HighlightStory_position_check" CHECK ("position" >= 1);
ALTER TABLE "StorySource" ADD CONSTRAINT "StorySource_position_check" CHECK ("position" >= 1);
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_position_check" CHECK ("position" >= 1);

-- A story stands in a section at a place, or in none (backlog, trash).
ALTER TABLE "Story" ADD CONSTRAINT "Story_place_check" CHECK (("sectionId" IS NULL) = ("position" IS NULL) AND "position" >= 1);
ALTER TABLE "Story" ADD CONSTRAINT "Story_trash_check" CHECK ("trashedAt" IS NULL OR "sectionId" IS NULL);
ALTER TABLE "Story" ADD CONSTRAINT "Story_anchor_check" CHECK ("anchor" ~ '^s-[0-9a-z]{10}$');
ALTER TABLE "Story" ADD CONSTRAINT "Story_follows_check" CHECK ("followsId" IS NULL OR "followsId" <> "id");

ALTER TABLE "Contributor" ADD CONSTRAINT "Contributor_email_check" CHECK ("email" = lower(btrim("email")) AND "email" LIKE '%_@_%');
ALTER TABLE "Publication" ADD CONSTRAINT "Publication_single_check" CHECK ("id" = 1);

ALTER TABLE "Issue" ADD CONSTRAINT "Issue_number_check" CHECK ("number" >= 1);
ALTER TABLE "Issue" ADD CONSTRAINT "Issue_slug_check" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "Issue" ADD CONSTRAINT "Issue_week_check" CHECK ("weekFrom" <= "weekTo");
ALTER TABLE "Issue" ADD CONSTRAINT "Issue_scheduled_check" CHECK ("publicationState" <> 'scheduled' OR "scheduledFor" IS NOT NULL);

-- Every stored document is one.
ALTER TABLE "Issue" ADD CONSTRAINT "Issue_documents_check" CHECK ("introduction"->>'type' = 'doc' AND "closing"->>'type' = 'doc');
ALTER TABLE "Story" ADD CONSTRAINT "Story_documents_check" CHECK ("body"->>'type' = 'doc' AND "whyItMatters"->>'type' = 'doc');

ALTER TABLE "Claim" ADD CONSTRAINT "Claim_probability_check" CHECK ("probability" BETWEEN 0 AND 1);
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_outcome_check" CHECK ("mode" <> 'assertion' OR ("outcome" IS NULL AND "horizonAt" IS NULL));
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_speaker_check" CHECK ("attribution" <> 'reported' OR "speaker" IS NOT NULL);
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_span_check" CHECK (0 <= "start" AND "start" <= "end");
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_similarity_check" CHECK ("similarity" BETWEEN 0 AND 1);

-- One "Why this matters" analysis a story.
CREATE UNIQUE INDEX "Analysis_why_key" ON "Analysis" ("storyId") WHERE "scope" = 'whyItMatters';

-- A snapshot has text or a reason why not, and the text its hash.
ALTER TABLE "SourceSnapshot" ADD CONSTRAINT "SourceSnapshot_text_check" CHECK (("extractedText" IS NULL) = ("failure" IS NOT NULL) AND ("extractedText" IS NULL) = ("textSha256" IS NULL));

-- A revision is of an issue or of a story.
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_target_check" CHECK (("issueId" IS NULL) <> ("storyId" IS NULL));

-- Immutable and append-only tables.
CREATE FUNCTION plumbline_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% rows cannot be changed or deleted', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "Edition_immutable" BEFORE UPDATE OR DELETE ON "Edition" FOR EACH ROW EXECUTE FUNCTION plumbline_refuse_change();
CREATE TRIGGER "Correction_append_only" BEFORE UPDATE OR DELETE ON "Correction" FOR EACH ROW EXECUTE FUNCTION plumbline_refuse_change();
CREATE TRIGGER "AuditEvent_append_only" BEFORE UPDATE OR DELETE ON "AuditEvent" FOR EACH ROW EXECUTE FUNCTION plumbline_refuse_change();
CREATE TRIGGER "SourceSnapshot_immutable" BEFORE UPDATE OR DELETE ON "SourceSnapshot" FOR EACH ROW EXECUTE FUNCTION plumbline_refuse_change();

-- Editions of an issue are numbered 1..n without gaps, in order.
CREATE FUNCTION plumbline_next_edition() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE expected integer;
BEGIN
  SELECT coalesce(max("number"), 0) + 1 INTO expected FROM "Edition" WHERE "issueId" = NEW."issueId";
  IF NEW."number" <> expected THEN
    RAISE EXCEPTION 'edition % of this issue cannot follow edition %', NEW."number", expected - 1 USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Edition_sequence" BEFORE INSERT ON "Edition" FOR EACH ROW EXECUTE FUNCTION plumbline_next_edition();

-- At least one admin can act at all times. Admin changes wait for each other, so two demotions cannot pass at once.
CREATE FUNCTION plumbline_keep_an_admin() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."role" = 'admin' AND OLD."suspendedAt" IS NULL AND (TG_OP = 'DELETE' OR NEW."role" <> 'admin' OR NEW."suspendedAt" IS NOT NULL) THEN
    PERFORM pg_advisory_xact_lock(hashtext('plumbline_keep_an_admin'));
    IF NOT EXISTS (SELECT 1 FROM "Contributor" WHERE "role" = 'admin' AND "suspendedAt" IS NULL AND "id" <> OLD."id") THEN
      RAISE EXCEPTION 'the last admin cannot be lost' USING ERRCODE = 'restrict_violation';
    END IF;
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER "Contributor_last_admin" BEFORE UPDATE OR DELETE ON "Contributor" FOR EACH ROW EXECUTE FUNCTION plumbline_keep_an_admin();
