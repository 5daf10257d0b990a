//! Puts our own commands under the access list; otherwise every window could call all of them.

include!("src/command_list.rs");

macro_rules! names {
    ($($command:ident),*) => { &[$(stringify!($command)),*] };
}

fn main() {
    println!("cargo:rerun-if-changed=src/command_list.rs");
    let commands = tauri_build::AppManifest::new().commands(with_commands!(names));
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(commands))
        .expect("tauri.conf.json and capabilities/ fit the commands");
}
