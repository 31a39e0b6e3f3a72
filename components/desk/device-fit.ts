import type { Device } from "@/components/desk/preview-frame";

/** Pixels. */
interface Size {
  width: number;
  height: number;
}

/** What a page is given on the device, and what its case takes on every side; `bar` stands over the page. */
const DEVICES: Record<Device, { page: Size; rim: number; bar: number }> = {
  phone: { page: { width: 390, height: 844 }, rim: 10, bar: 0 },
  tablet: { page: { width: 820, height: 1180 }, rim: 12, bar: 0 },
  desk: { page: { width: 1280, height: Number.POSITIVE_INFINITY }, rim: 1, bar: 36 },
};

/**
 * How a device fits into the room there is: the page keeps the device's width and is drawn at `scale`, never larger than
 * life; it is as high as the room lets it be. `outer` is the case around it.
 */
export function deviceFit(device: Device, room: Size): { page: Size; scale: number; outer: Size } {
  const { page, rim, bar } = DEVICES[device];
  const inside = {
    width: Math.max(1, room.width - 2 * rim),
    height: Math.max(1, room.height - 2 * rim - bar),
  };
  const scale = Math.min(1, inside.width / page.width);
  const height = Math.min(page.height, inside.height / scale);
  return {
    page: { width: page.width, height },
    scale,
    outer: { width: page.width * scale + 2 * rim, height: height * scale + 2 * rim + bar },
  };
}
