-- The fields of what a step took back: a redo takes back an undo, so the chain is followed to the ordinary step.
WITH RECURSIVE chain(id) AS (
  SELECT undoes FROM step WHERE id = ?1 AND undoes IS NOT NULL
  UNION
  SELECT s.undoes FROM step AS s JOIN chain ON s.id = chain.id WHERE s.undoes IS NOT NULL
)
SELECT c.doc, c.obj, c.field FROM chain JOIN change AS c ON c.step = chain.id
