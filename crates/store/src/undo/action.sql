-- What a step is about. A redo takes back an undo: the chain is never longer.
SELECT a.id, a.op, a.args
FROM step AS s LEFT JOIN step AS u ON u.id = s.undoes JOIN step AS a ON a.id = coalesce(u.undoes, s.undoes, s.id)
WHERE s.id = ?1
