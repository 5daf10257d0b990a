INSERT INTO change(step, doc, obj, field, value, replaces, live) VALUES (?1, ?2, ?3, ?4, ?5, ?6, 1)
