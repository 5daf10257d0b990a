-- What a step set, each with the values it replaced, oldest first.
SELECT c.doc, c.obj, c.field, c.value, (
  SELECT json_group_array(json(old.value) ORDER BY old.step)
  FROM json_each(c.replaces) AS seen
  JOIN change AS old ON old.obj = c.obj AND old.field = c.field AND old.step = seen.value
  WHERE old.value IS NOT NULL
) AS old
FROM change AS c
WHERE c.step = :step
  AND c.doc = coalesce(:doc, c.doc) AND c.obj = coalesce(:obj, c.obj) AND c.field = coalesce(:field, c.field)
ORDER BY c.doc, c.obj, c.field
