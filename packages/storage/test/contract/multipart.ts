import { describe, expect, it } from "vitest";
import { joinedEtag } from "../../src/etag.ts";
import { begin, makeParts, md5, newKey, read, refused, type Storage, sendPart } from "./tools.ts";

export function describeMultipart(storage: Storage): void {
	describe("multipart upload", () => {
		it("joins parts that arrive at once and in any order", async () => {
			const key = newKey("video.mp4");
			const metadata = { organizationId: "o", uploadedAt: "2026-11-23T00:00:00.000Z" };
			const properties = { contentType: "video/mp4", metadata, cacheControl: "private" };
			const created = await storage().createMultipart(key, {
				...properties,
				partSizeBytes: 5 * 1024 ** 2,
			});
			const upload = { key, ...created };
			const bodies = makeParts(5, 5, 5, 1);
			const sent = await Promise.all(
				[4, 2, 1, 3].map((number) =>
					sendPart(storage(), upload, number, bodies[number - 1] as Buffer),
				),
			);
			const parts = sent.sort((a, b) => a.partNumber - b.partNumber);
			expect(parts.map(({ etag }) => etag)).toEqual(bodies.map((body) => `"${md5(body)}"`));
			expect(await storage().listParts(upload)).toEqual(
				bodies.map((body, index) => ({
					...{ partNumber: index + 1, sizeBytes: body.length, etag: md5(body) },
				})),
			);
			expect(await storage().head(key)).toBeNull();
			const head = await storage().completeMultipart({ ...upload, parts });
			const whole = Buffer.concat(bodies);
			expect(head).toMatchObject({ key, sizeBytes: whole.length, ...properties });
			expect(head.etag).toBe(joinedEtag(bodies.map(md5)));
			expect((await read(storage(), key)).equals(whole)).toBe(true);
			await refused(storage().listParts(upload), "UPLOAD_NOT_FOUND");
		});

		it.each([
			["unequal parts", [6, 5, 7, 1]],
			["one small part", [1]],
			["two parts", [5, 5]],
		])("joins %s", async (_name, sizes) => {
			const upload = await begin(storage());
			const bodies = makeParts(...sizes);
			const parts = [];
			for (const [index, body] of bodies.entries()) {
				parts.push(await sendPart(storage(), upload, index + 1, body));
			}
			await storage().completeMultipart({ ...upload, parts });
			expect((await read(storage(), upload.key)).equals(Buffer.concat(bodies))).toBe(true);
		});

		it("takes parts from the server itself", async () => {
			const upload = await begin(storage());
			const bodies = makeParts(5, 5, 1);
			const whole = Buffer.concat(bodies);
			const parts = [];
			for (const [index, body] of bodies.entries()) {
				const facts = { partNumber: index + 1, sizeBytes: body.length, etag: md5(body) };
				const part = await storage().putPart({ ...upload, partNumber: index + 1, bytes: body });
				expect(part).toEqual(facts);
				parts.push(part);
			}
			expect(await storage().listParts(upload)).toEqual(parts);
			await storage().completeMultipart({ ...upload, parts });
			expect((await read(storage(), upload.key)).equals(whole)).toBe(true);
			const late = { ...upload, partNumber: 1, bytes: Buffer.from("late") };
			await refused(storage().putPart(late), "UPLOAD_NOT_FOUND");
			await refused(storage().putPart({ ...late, partNumber: 0 }), "UPLOAD_PART_INVALID");
		});

		it("joins parts whose numbers have gaps", async () => {
			const upload = await begin(storage());
			const [a, c] = makeParts(5, 1) as [Buffer, Buffer];
			const first = await sendPart(storage(), upload, 2, a);
			const last = await sendPart(storage(), upload, 9, c);
			const head = await storage().completeMultipart({ ...upload, parts: [first, last] });
			expect(head.sizeBytes).toBe(a.length + c.length);
			expect((await read(storage(), upload.key)).equals(Buffer.concat([a, c]))).toBe(true);
		});

		it("replaces a part that is sent again", async () => {
			const upload = await begin(storage());
			const [old, fresh, last] = makeParts(5, 5, 1) as [Buffer, Buffer, Buffer];
			await sendPart(storage(), upload, 1, old);
			const second = await sendPart(storage(), upload, 2, last);
			const first = await sendPart(storage(), upload, 1, fresh);
			expect(await storage().listParts(upload)).toMatchObject([
				{ partNumber: 1, etag: md5(fresh) },
				{ partNumber: 2 },
			]);
			await storage().completeMultipart({ ...upload, parts: [first, second] });
			expect((await read(storage(), upload.key)).equals(Buffer.concat([fresh, last]))).toBe(true);
		});

		it("has the parts or the object, at every moment of a completion", async () => {
			for (let round = 0; round < 10; round++) {
				const upload = await begin(storage());
				const [body] = makeParts(1) as [Buffer];
				const parts = [await sendPart(storage(), upload, 1, body)];
				let isOver = false;
				const completion = storage()
					.completeMultipart({ ...upload, parts })
					.finally(() => {
						isOver = true;
					});
				const look = async () => {
					while (!isOver) {
						const listed = await storage()
							.listParts(upload)
							.catch(() => null);
						expect(listed ?? (await storage().head(upload.key))).not.toBeNull();
					}
				};
				await Promise.all([look(), look(), look(), look()]);
				await completion;
			}
		});

		it("gives the same result when completed twice, at once or later", async () => {
			const upload = await begin(storage());
			const [body] = makeParts(1) as [Buffer];
			const completion = { ...upload, parts: [await sendPart(storage(), upload, 1, body)] };
			const [first, second] = await Promise.all([
				storage().completeMultipart(completion),
				storage().completeMultipart(completion),
			]);
			expect(second).toEqual(first);
			expect(await storage().completeMultipart(completion)).toEqual(first);
			await storage().abortMultipart(upload);
			expect(await storage().head(upload.key)).toEqual(first);
		});

		it("names missing and wrong parts, and stays open for them", async () => {
			const upload = await begin(storage());
			const [a, b] = makeParts(5, 1) as [Buffer, Buffer];
			const first = await sendPart(storage(), upload, 1, a);
			const absent = { partNumber: 2, etag: md5(b) };
			const complete = (parts: (typeof absent)[]) =>
				storage().completeMultipart({ ...upload, parts });
			await expect(complete([first, absent])).rejects.toMatchObject({
				code: "UPLOAD_PARTS_MISSING",
				data: { missing: [2] },
			});
			const second = await sendPart(storage(), upload, 2, b);
			await expect(complete([{ ...first, etag: md5(b) }, second])).rejects.toMatchObject({
				code: "UPLOAD_PARTS_MISSING",
				data: { missing: [1] },
			});
			expect(await storage().head(upload.key)).toBeNull();
			expect(await complete([first, second])).toMatchObject({ sizeBytes: a.length + b.length });
		});

		it("refuses parts out of order, named twice, or none", async () => {
			const upload = await begin(storage());
			const [a, b] = makeParts(5, 5) as [Buffer, Buffer];
			const first = await sendPart(storage(), upload, 1, a);
			const second = await sendPart(storage(), upload, 2, b);
			for (const parts of [[second, first], [first, first], []]) {
				await refused(storage().completeMultipart({ ...upload, parts }), "UPLOAD_PART_INVALID");
			}
			expect(await storage().listParts(upload)).toHaveLength(2);
		});

		it("refuses a part under 5 MiB that is not the last", async () => {
			const upload = await begin(storage());
			const [a, b] = makeParts(1, 5) as [Buffer, Buffer];
			const parts = [
				await sendPart(storage(), upload, 1, a),
				await sendPart(storage(), upload, 2, b),
			];
			await refused(storage().completeMultipart({ ...upload, parts }), "UPLOAD_PART_INVALID");
			expect(await storage().head(upload.key)).toBeNull();
		});

		it("knows an upload under its own key and id only", async () => {
			const upload = await begin(storage());
			const parts = [{ partNumber: 1, etag: md5(Buffer.of()) }];
			const others = [
				{ ...upload, key: newKey() },
				{ ...upload, storageUploadId: "0193e8a0-0000-7000-8000-000000000000" },
				{ ...upload, storageUploadId: "../uploads" },
			];
			for (const other of others) {
				await refused(storage().listParts(other), "UPLOAD_NOT_FOUND");
				await refused(storage().completeMultipart({ ...other, parts }), "UPLOAD_NOT_FOUND");
				await storage().abortMultipart(other);
			}
			expect(await storage().listParts(upload)).toEqual([]);
		});

		it("drops an aborted upload", async () => {
			const upload = await begin(storage());
			const [body] = makeParts(1) as [Buffer];
			const parts = [await sendPart(storage(), upload, 1, body)];
			await storage().abortMultipart(upload);
			await storage().abortMultipart(upload);
			await refused(storage().listParts(upload), "UPLOAD_NOT_FOUND");
			await refused(storage().completeMultipart({ ...upload, parts }), "UPLOAD_NOT_FOUND");
			expect(await storage().head(upload.key)).toBeNull();
		});
	});
}
