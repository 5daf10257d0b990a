INSERT INTO edition(id, doc, number, kind, at, author, step, data, template, pdf, facts)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
