-- From each document straight to the next: the rows between are not looked at.
WITH RECURSIVE known(doc) AS (
  SELECT min(doc) FROM change WHERE live
  UNION ALL
  SELECT (SELECT min(c.doc) FROM change AS c WHERE c.live AND c.doc > known.doc) FROM known WHERE doc IS NOT NULL
)
SELECT doc FROM known
WHERE EXISTS (SELECT 1 FROM change AS c WHERE c.doc = known.doc AND c.live AND c.value IS NOT NULL)
ORDER BY doc
