use super::Block; pub fn parse(_: &str)->Vec<Block>{vec![]}
