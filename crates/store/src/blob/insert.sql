INSERT INTO blob(sha256, media_type, bytes) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING
