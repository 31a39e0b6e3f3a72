-- When a claim falls due and how it came out outlast a change of its kind; only forecasts and commitments are read for them.
ALTER TABLE "Claim" DROP CONSTRAINT "Claim_outcome_check";
