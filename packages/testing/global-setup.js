// vitest looks for a globalSetup module without our source condition, so it is given this plain file;
// from here on the condition counts, and tests see the sources.
export { default } from "@nuclom/testing/postgres-setup";
