-- The live rows of each field that has different ones; a removal differs from every value.
SELECT c.doc, c.obj, c.field, c.value, c.step, s.author, s.at
FROM change AS c JOIN step AS s ON s.id = c.step
WHERE c.live AND (c.obj, c.field) IN (
  SELECT obj, field FROM change WHERE live
  GROUP BY obj, field HAVING count(DISTINCT coalesce(value, '')) > 1
)
ORDER BY c.obj, c.field, c.step
