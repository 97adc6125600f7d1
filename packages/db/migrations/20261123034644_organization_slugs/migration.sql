CREATE TABLE "organization_slugs" (
	"slug" text PRIMARY KEY,
	"organization_id" uuid NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE INDEX "organization_slugs_organization" ON "organization_slugs" ("organization_id");--> statement-breakpoint
ALTER TABLE "organization_slugs" ADD CONSTRAINT "organization_slugs_organization_id_organizations_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE;--> statement-breakpoint
-- Every organization begins with the address that it has.
INSERT INTO "organization_slugs" ("slug", "organization_id") SELECT "slug", "id" FROM "organizations";
