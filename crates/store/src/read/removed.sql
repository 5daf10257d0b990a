-- Everything that was ever written in the objects whose live values are all removals, oldest first.
WITH gone AS (
  SELECT obj, max(step) AS step FROM change
  WHERE doc = ?1 AND live
  GROUP BY obj HAVING count(value) = 0
)
SELECT g.obj, g.step, s.author, s.at, c.field, c.value, c.step AS writer
FROM gone AS g JOIN step AS s ON s.id = g.step JOIN change AS c ON c.obj = g.obj
WHERE c.value IS NOT NULL
ORDER BY c.step
