//! `cargo xtask soak N`: random documents by the thousand through every judge.

use crate::{
    packages,
    shell::{RELEASE, Result, cargo, succeed},
    verapdf,
};

const USAGE: &str = "cargo xtask soak N [FIRST], both of them numbers";

/// Makes N random documents, from seed FIRST on, and prints what became of each. Fails when anything is wrong with
/// any of them.
pub fn soak(args: &[String]) -> Result {
    let number = |text: &String| text.parse::<u64>().map_err(|_| USAGE);
    let (seeds, first) = match args {
        [seeds] => (number(seeds)?, 0),
        [seeds, first] => (number(seeds)?, number(first)?),
        _ => return Err(USAGE.into()),
    };
    packages::install(packages::JUDGE)?;
    let mut command = cargo(&["test", "--release"]);
    command.args(RELEASE).args(["--test", "soak", "--"]);
    if let Some(judge) = verapdf::set_up()? {
        command.env("MISSIV_VERAPDF", judge);
    }
    command.args(["--nocapture", "random_documents"]);
    command.env("MISSIV_SEEDS", seeds.to_string());
    command.env("MISSIV_FIRST_SEED", first.to_string());
    succeed(&mut command)
}
