// Made from assets/locales/sv.ftl by `npm run bless`.

/** The words of the window and what each speaks of. */
export interface Words {
  "window-open-title": {};
  "window-open-filter": {};
  "window-skip": {};
  "window-navigation": {};
  "window-documents": {};
  "window-open": {};
  "window-menu": {};
  "window-close-notice": {};
  "window-try-again": {};
  "window-start-heading": {};
  "window-start-text": {};
  "window-start-none": {};
  "window-opening": {};
  "window-no-documents": {};
  "window-no-documents-text": {};
  "window-state-draft": {};
  "window-state-submitted": {};
  "window-state-adopted": {};
  "window-blocking": { count: string | number };
  "window-warnings": { count: string | number };
  "window-faultless": {};
  "window-pages": {};
  "window-pages-hint": {};
  "window-page-of": { count: string | number; page: string | number };
  "window-previous-page": {};
  "window-next-page": {};
  "window-read-as-text": {};
  "window-setting-pages": {};
  "window-text": {};
  "window-reading-text": {};
  "window-wide-table": {};
  "error-internal": {};
  "error-internal-hint": {};
}
