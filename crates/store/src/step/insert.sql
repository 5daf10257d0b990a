INSERT INTO step(id, at, author, run, op, args, undoes) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
