/** A page as what is sent. */
import type { Content } from "../../api/content.js";
import { SITE_POLICY } from "../../server/sending/headers.js";
import { documentOf, type Page } from "./layout.js";
import type { Standing } from "./standing.js";

export const HTML_TYPE = "text/html; charset=utf-8";

/** @param statusCode what is not 200 is not kept */
export function pageContent(page: Page, standing: Standing, statusCode = 200): Content {
  return {
    statusCode,
    type: HTML_TYPE,
    cacheable: statusCode === 200,
    body: documentOf(page, standing),
    headers: { "content-security-policy": SITE_POLICY },
  };
}
