-- The newest change of each field that is not live. Each is looked for in the index, and no value is read.
SELECT newest.step
FROM (SELECT obj, field, max(step) AS step FROM change GROUP BY obj, field) AS newest
WHERE NOT EXISTS (
  SELECT 1 FROM change AS c INDEXED BY change_live_place
  WHERE c.obj = newest.obj AND c.field = newest.field AND c.step = newest.step AND c.live
)
