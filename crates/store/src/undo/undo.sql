-- The ordinary steps of a run, newest first.
SELECT id AS target, id, op, args FROM step
WHERE run = ?1 AND undoes IS NULL
ORDER BY id DESC
