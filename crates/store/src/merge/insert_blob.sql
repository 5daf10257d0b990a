-- The same bytes may have been kept under two names; the smaller one stays in every copy.
INSERT INTO blob(sha256, media_type, bytes) VALUES (?1, ?2, ?3)
ON CONFLICT DO UPDATE SET media_type = min(media_type, excluded.media_type)
WHERE media_type <> excluded.media_type
