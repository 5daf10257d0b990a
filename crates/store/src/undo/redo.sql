-- The undos of a run since its last ordinary step, newest first, each with what it took back.
SELECT u.id AS target, s.id, s.op, s.args
FROM step AS u JOIN step AS s ON s.id = u.undoes AND s.undoes IS NULL
WHERE u.run = ?1 AND u.id > (SELECT max(id) FROM step WHERE run = ?1 AND undoes IS NULL)
ORDER BY u.id DESC
