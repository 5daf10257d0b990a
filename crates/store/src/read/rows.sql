SELECT c.obj, c.field, c.value, c.step, s.author, s.at
FROM change AS c JOIN step AS s ON s.id = c.step
WHERE c.doc = ?1 AND c.live
ORDER BY c.obj, c.field, c.step
