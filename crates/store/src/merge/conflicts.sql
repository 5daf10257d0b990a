-- The fields with different live values; a removal differs from every value.
SELECT min(doc) AS doc, obj, field FROM change WHERE live
GROUP BY obj, field HAVING count(DISTINCT coalesce(value, '')) > 1
