-- Everything that was ever written in a document.
SELECT c.obj, c.field, c.value, c.step, c.replaces, s.author, s.at
FROM change AS c JOIN step AS s ON s.id = c.step
WHERE c.doc = ?1
ORDER BY c.obj, c.field, c.step
