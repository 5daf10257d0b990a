-- The newest step that wrote in the document, or that took back, or did again, one that had.
WITH RECURSIVE wrote(id) AS (
  SELECT DISTINCT step FROM change WHERE doc = ?1
  UNION
  SELECT s.id FROM step AS s JOIN wrote AS w ON s.undoes = w.id
)
SELECT s.id, s.at FROM step AS s JOIN wrote AS w ON w.id = s.id ORDER BY s.id DESC LIMIT 1
