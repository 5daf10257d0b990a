//! Reading what a user names: an ordinary file, and no more of it than can be right.

use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

use crate::error::Error;

/// The largest file that is read whole, in bytes: a workspace's log with its pictures, or a paper with attachments.
const LARGEST: u64 = 256 << 20;

/// Returns the bytes of a file. Devices and pipes have no size to go by and may never end.
///
/// # Errors
/// The file is missing, is no ordinary file, is larger than 256 MB, or the disk refuses.
pub fn read_file(path: &Path) -> Result<Vec<u8>, Error> {
    let found = fs::metadata(path).map_err(|error| Error::io(path, error))?;
    if !found.is_file() {
        return Err(Error::NotAFile(path.to_owned()));
    }
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(|error| Error::io(path, error))?;
    file.take(LARGEST + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| Error::io(path, error))?;
    if bytes.len() as u64 > LARGEST {
        return Err(Error::FileTooLarge {
            path: path.to_owned(),
            most: LARGEST,
        });
    }
    Ok(bytes)
}
