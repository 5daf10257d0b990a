pub fn control_free(t:&str)->String{t.into()}
