use super::Block; pub fn render(_: &[Block])->String{String::new()}
