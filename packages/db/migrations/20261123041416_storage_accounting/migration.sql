CREATE TABLE "api_keys" (
	"id" uuid PRIMARY KEY,
	"organization_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"name" text NOT NULL,
	"hint" text NOT NULL,
	"key_hash" text NOT NULL UNIQUE,
	"scopes" jsonb NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"expires_at" timestamp(3) with time zone,
	"last_used_at" timestamp(3) with time zone,
	"revoked_at" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "object_deletions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	"organization_id" uuid NOT NULL,
	"key" text NOT NULL,
	"storage_upload_id" text,
	"size_bytes" bigint NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organization_usage" (
	"organization_id" uuid PRIMARY KEY,
	"stored_bytes" bigint DEFAULT 0 NOT NULL,
	"object_count" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "organization_usage_positive" CHECK ("stored_bytes" >= 0 and "object_count" >= 0)
);
--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "quota_bytes" bigint;--> statement-breakpoint
ALTER TABLE "videos" ADD COLUMN "deleted_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "videos" ADD COLUMN "deleted_by_id" uuid;--> statement-breakpoint
CREATE INDEX "api_keys_organization" ON "api_keys" ("organization_id","id");--> statement-breakpoint
CREATE INDEX "api_keys_user" ON "api_keys" ("user_id");--> statement-breakpoint
CREATE INDEX "object_deletions_created_at" ON "object_deletions" ("created_at","id");--> statement-breakpoint
CREATE INDEX "videos_trash" ON "videos" ("organization_id","id") WHERE deleted_at is not null;--> statement-breakpoint
CREATE INDEX "videos_deleted_at" ON "videos" ("deleted_at") WHERE deleted_at is not null;--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_organization_id_organizations_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_user_id_users_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "organization_usage" ADD CONSTRAINT "organization_usage_organization_id_organizations_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "videos" ADD CONSTRAINT "videos_deleted_by_id_users_id_fkey" FOREIGN KEY ("deleted_by_id") REFERENCES "users"("id") ON DELETE SET NULL;--> statement-breakpoint
-- Kept by triggers, so that no code path and no cascade can forget an object.
CREATE FUNCTION "count_artifact"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP IN ('UPDATE', 'DELETE') THEN
		UPDATE "organization_usage"
			SET "stored_bytes" = "stored_bytes" - OLD."size_bytes", "object_count" = "object_count" - 1
			WHERE "organization_id" = OLD."organization_id";
	END IF;
	IF TG_OP IN ('INSERT', 'UPDATE') THEN
		INSERT INTO "organization_usage" AS "usage" ("organization_id", "stored_bytes", "object_count")
			VALUES (NEW."organization_id", NEW."size_bytes", 1)
			ON CONFLICT ("organization_id") DO UPDATE SET
				"stored_bytes" = "usage"."stored_bytes" + EXCLUDED."stored_bytes",
				"object_count" = "usage"."object_count" + 1;
	END IF;
	IF TG_OP = 'DELETE' OR (TG_OP = 'UPDATE' AND NEW."key" <> OLD."key") THEN
		INSERT INTO "object_deletions" ("organization_id", "key", "size_bytes")
			VALUES (OLD."organization_id", OLD."key", OLD."size_bytes");
	END IF;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "count_artifact" AFTER INSERT OR DELETE OR UPDATE OF "organization_id", "key", "size_bytes" ON "video_artifacts"
	FOR EACH ROW EXECUTE FUNCTION "count_artifact"();--> statement-breakpoint
-- An upload that goes with its video, or its organization, leaves parts in the store.
CREATE FUNCTION "forget_upload"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO "object_deletions" ("organization_id", "key", "storage_upload_id", "size_bytes")
		VALUES (OLD."organization_id", OLD."key", OLD."storage_upload_id", OLD."size_bytes");
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "forget_upload" AFTER DELETE ON "uploads"
	FOR EACH ROW WHEN (OLD."status" = 'open') EXECUTE FUNCTION "forget_upload"();--> statement-breakpoint
INSERT INTO "organization_usage" ("organization_id", "stored_bytes", "object_count")
	SELECT "organization_id", sum("size_bytes"), count(*) FROM "video_artifacts" GROUP BY "organization_id";
