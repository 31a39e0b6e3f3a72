"use server";

import { refresh } from "next/cache";
import { action } from "@/lib/action";
import * as forecasts from "@/lib/forecasts/commands";
import * as passages from "@/lib/forecasts/passages";
import {
  findSourcesInput,
  reopenForecastInput,
  resolveForecastInput,
  settlingPassageInput,
  takeUpForecastInput,
} from "@/lib/forecasts/schema";
import * as stories from "@/lib/forecasts/take-up";

export const resolveForecast = action(resolveForecastInput, async (actor, input) => {
  const settled = await forecasts.resolveForecast(actor, input);
  refresh();
  return settled;
});

export const reopenForecast = action(reopenForecastInput, async (actor, input) => {
  const opened = await forecasts.reopenForecast(actor, input);
  refresh();
  return opened;
});

export const takeUpForecast = action(takeUpForecastInput, async (actor, input) => {
  const taken = await stories.takeUpForecast(actor, input);
  refresh();
  return taken;
});

export const findSettlingPassage = action(settlingPassageInput, passages.findSettlingPassage);
export const findSources = action(findSourcesInput, passages.findSources);
