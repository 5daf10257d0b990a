-- What a field reads now: of several live values the youngest, for a removal does not hide a text.
SELECT value FROM change
WHERE doc = ?1 AND obj = ?2 AND field = ?3 AND live AND value IS NOT NULL
ORDER BY step DESC LIMIT 1
