//! Bytes that travel in the file and are known by what they contain.

use std::fmt;
use std::str::FromStr;

use rusqlite::types::{FromSql, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};
use sha2::Digest;

use crate::{Store, StoreError};

/// The SHA-256 checksum by which a blob is known. Prints and reads as 64 lower-case hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Sha256(pub [u8; 32]);

/// A text that is not a checksum.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not 64 lower-case hexadecimal digits")]
pub struct NotSha256;

/// The most bytes of a blob, by far: whatever reads one in this program, a paper, a bilaga, a picture or a pack, has a bound
/// that is lower. It is looked at before a byte is read, for a file from elsewhere may hold anything.
pub const MOST_BLOB: usize = 64 << 20;

/// A stored blob.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Blob {
    /// What the bytes are, such as `image/png`.
    pub media_type: String,
    /// The bytes.
    pub bytes: Vec<u8>,
}

impl Sha256 {
    /// Returns the checksum of some bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(sha2::Sha256::digest(bytes).into())
    }
}

impl Store {
    /// Stores bytes and returns their checksum. Bytes that are there already keep their first media type.
    ///
    /// # Errors
    /// [`StoreError::ReadOnly`], or what SQLite answers; nothing was written then.
    pub fn put_blob(&mut self, media_type: &str, bytes: &[u8]) -> Result<Sha256, StoreError> {
        let tx = self.begin()?;
        let sha256 = insert(&tx, media_type, bytes)?;
        tx.commit()?;
        Ok(sha256)
    }

    /// Returns a blob, or nothing when the file does not hold it.
    ///
    /// # Errors
    /// [`StoreError::BlobDamaged`] when the bytes have another checksum or are more than [`MOST_BLOB`], or what SQLite
    /// answers.
    pub fn blob(&self, sha256: Sha256) -> Result<Option<Blob>, StoreError> {
        let read = |row: &rusqlite::Row<'_>| match is_too_large(row)? {
            true => Ok(None),
            false => Ok(Some(Blob {
                media_type: row.get("media_type")?,
                bytes: row.get("bytes")?,
            })),
        };
        let mut query = self.db.prepare_cached(
            "SELECT media_type, length(bytes) AS size, bytes FROM blob WHERE sha256 = ?1",
        )?;
        match query.query_row([sha256], read).optional()? {
            None => Ok(None),
            Some(Some(blob)) if Sha256::of(&blob.bytes) == sha256 => Ok(Some(blob)),
            Some(_) => Err(StoreError::BlobDamaged { sha256 }),
        }
    }
}

/// Returns whether the blob of a row, which says its `size`, is larger than any that is read.
pub(crate) fn is_too_large(row: &rusqlite::Row<'_>) -> rusqlite::Result<bool> {
    let size: i64 = row.get("size")?;
    Ok(usize::try_from(size).map_or(true, |size| size > MOST_BLOB))
}

/// Adds a blob that is not there yet.
pub(crate) fn insert(db: &Connection, media_type: &str, bytes: &[u8]) -> rusqlite::Result<Sha256> {
    let sha256 = Sha256::of(bytes);
    db.prepare_cached(include_str!("blob/insert.sql"))?
        .execute(params![sha256, media_type, bytes])?;
    Ok(sha256)
}

impl fmt::Display for Sha256 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl FromStr for Sha256 {
    type Err = NotSha256;

    fn from_str(text: &str) -> Result<Self, NotSha256> {
        let digits = text.as_bytes();
        if digits.len() != 64
            || !digits
                .iter()
                .all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f'))
        {
            return Err(NotSha256);
        }
        let mut bytes = [0; 32];
        for (byte, pair) in bytes.iter_mut().zip(digits.chunks(2)) {
            let pair = std::str::from_utf8(pair).map_err(|_| NotSha256)?;
            *byte = u8::from_str_radix(pair, 16).map_err(|_| NotSha256)?;
        }
        Ok(Self(bytes))
    }
}

impl From<Sha256> for String {
    fn from(sha256: Sha256) -> Self {
        sha256.to_string()
    }
}

impl TryFrom<String> for Sha256 {
    type Error = NotSha256;

    fn try_from(text: String) -> Result<Self, NotSha256> {
        text.parse()
    }
}

impl ToSql for Sha256 {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        self.0.as_slice().to_sql()
    }
}

impl FromSql for Sha256 {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        <[u8; 32]>::column_result(value).map(Self)
    }
}
