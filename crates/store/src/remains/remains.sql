-- The fields whose live values are all removals, each with everything that was ever written in it, newest first.
WITH gone AS (
  SELECT obj, field, max(step) AS step FROM change
  WHERE doc = ?1 AND live
  GROUP BY obj, field HAVING count(value) = 0
)
SELECT g.obj, g.field, g.step, s.author, s.at, c.value, c.step AS writer
FROM gone AS g JOIN step AS s ON s.id = g.step JOIN change AS c ON c.obj = g.obj AND c.field = g.field
WHERE c.value IS NOT NULL
ORDER BY g.obj, g.field, c.step DESC
