-- The steps that touched what is asked for. An undo touches what the step it takes back touched, and a redo
-- takes back an undo: the chain is never longer.
SELECT s.id, s.at, s.author, s.run, s.op, s.args, s.undoes
FROM step AS s LEFT JOIN step AS u ON u.id = s.undoes
WHERE coalesce(:doc, :obj, :field) IS NULL OR EXISTS (
  SELECT 1 FROM change AS c
  WHERE c.step = coalesce(u.undoes, s.undoes, s.id)
    AND c.doc = coalesce(:doc, c.doc) AND c.obj = coalesce(:obj, c.obj) AND c.field = coalesce(:field, c.field)
)
ORDER BY s.id DESC
LIMIT :limit
