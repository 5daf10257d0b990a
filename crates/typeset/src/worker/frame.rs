//! What goes over the pipe: a head and parts, each after its length.

use std::io::{self, Read, Write};

/// Stands first, so that a printed line is not read as a length.
const MARK: [u8; 4] = *b"MSV1";

/// The greatest number of parts: a pack's files, the shared package, and the pictures of a document.
const MOST_PARTS: u32 = 10_000;

/// A message: a head in JSON, and bytes that it speaks of.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Frame {
    pub(super) head: Vec<u8>,
    pub(super) parts: Vec<Vec<u8>>,
}

/// Why there is no message.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Broken {
    /// The other side is gone.
    Ended,
    /// It wrote something else.
    Garbled,
    /// It wrote more than it may.
    TooLarge,
}

/// Returns a message as it is written to the pipe.
pub(super) fn encode(head: &[u8], parts: &[&[u8]]) -> Vec<u8> {
    let whole: usize = parts.iter().map(|part| part.len() + 8).sum();
    let mut bytes = Vec::with_capacity(MARK.len() + 4 + 8 + head.len() + whole);
    bytes.extend(MARK);
    bytes.extend(u32::try_from(parts.len()).unwrap_or(u32::MAX).to_le_bytes());
    for part in std::iter::once(&head).chain(parts) {
        bytes.extend((part.len() as u64).to_le_bytes());
        bytes.extend(*part);
    }
    bytes
}

/// Writes a message.
pub(super) fn write(out: &mut impl Write, head: &[u8], parts: &[&[u8]]) -> io::Result<()> {
    out.write_all(&encode(head, parts))?;
    out.flush()
}

/// Reads a message of at most so many bytes.
pub(super) fn read(input: &mut impl Read, most: usize) -> Result<Frame, Broken> {
    if exactly::<4>(input)? != MARK {
        return Err(Broken::Garbled);
    }
    let count = u32::from_le_bytes(exactly(input)?);
    if count > MOST_PARTS {
        return Err(Broken::Garbled);
    }
    let mut left = most as u64;
    let head = part(input, &mut left)?;
    let parts = (0..count).map(|_| part(input, &mut left));
    Ok(Frame {
        parts: parts.collect::<Result<_, _>>()?,
        head,
    })
}

fn part(input: &mut impl Read, left: &mut u64) -> Result<Vec<u8>, Broken> {
    let length = u64::from_le_bytes(exactly(input)?);
    *left = left.checked_sub(length).ok_or(Broken::TooLarge)?;
    let mut bytes = Vec::new();
    let read = input.take(length).read_to_end(&mut bytes);
    if read.is_ok_and(|read| read as u64 == length) {
        Ok(bytes)
    } else {
        Err(Broken::Ended)
    }
}

fn exactly<const N: usize>(input: &mut impl Read) -> Result<[u8; N], Broken> {
    let mut bytes = [0; N];
    input.read_exact(&mut bytes).map_err(|_| Broken::Ended)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], most: usize, expected: &Result<Frame, Broken>) {
        assert_eq!(&read(&mut &*bytes, most), expected);
    }

    fn frame() -> Frame {
        Frame {
            head: b"head".to_vec(),
            parts: vec![b"".to_vec(), b"part".to_vec()],
        }
    }

    fn encoded() -> Vec<u8> {
        encode(b"head", &[b"", b"part"])
    }

    #[test]
    fn what_is_written_is_read() {
        check(&encoded(), 8, &Ok(frame()));
    }

    #[test]
    fn one_byte_too_much_is_not_read() {
        check(&encoded(), 7, &Err(Broken::TooLarge));
    }

    #[test]
    fn a_length_that_no_memory_holds_is_not_believed() {
        let mut bytes = encoded();
        bytes[8..16].copy_from_slice(&u64::MAX.to_le_bytes());
        check(&bytes, usize::MAX >> 1, &Err(Broken::TooLarge));
    }

    #[test]
    fn a_message_cut_anywhere_is_the_end() {
        let bytes = encoded();
        for length in 0..bytes.len() {
            check(&bytes[..length], 8, &Err(Broken::Ended));
        }
    }

    #[test]
    fn a_printed_line_is_garbled() {
        check(b"warning: something\n", 100, &Err(Broken::Garbled));
        let mut bytes = encoded();
        bytes[4..8].copy_from_slice(&u32::MAX.to_le_bytes());
        check(&bytes, 100, &Err(Broken::Garbled));
    }
}
