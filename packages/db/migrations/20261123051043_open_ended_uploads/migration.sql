ALTER TABLE "uploads" ADD COLUMN "is_open_ended" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "video_versions" ADD COLUMN "import_url" text;