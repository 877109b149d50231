//! Text out of bytes, a piece at a time.

use std::io::{self, Read};

use encoding_rs::{Decoder, DecoderResult, Encoding, WINDOWS_1252};

use crate::fault::Fault;

/// Bytes read at a time.
const CHUNK: usize = 16 * 1024;

/// Room for what they become: no encoding here makes more than three bytes of text out of one.
const ROOM: usize = 3 * CHUNK + 16;

/// Reads bytes in some encoding as UTF-8. Malformed bytes are an error that says where they stand.
pub(crate) struct Decode<R> {
    source: R,
    encoding: &'static Encoding,
    decoder: Decoder,
    bytes: Vec<u8>,
    /// How many of the bytes are decoded.
    decoded: usize,
    /// Whether the source has no more bytes.
    last: bool,
    /// How many bytes of the file are decoded.
    offset: u64,
    /// The line of the file that the decoding has come to, counted from 1.
    line: u64,
    text: Box<[u8]>,
    /// Which part of the text is still to be handed on.
    taken: usize,
    end: usize,
    /// What stopped the decoding behind the text.
    fault: Option<Fault>,
}

impl<R: Read> Decode<R> {
    /// Reads `source`, whose mark, `skipped` bytes long, is already read.
    pub(crate) fn new(source: R, encoding: &'static Encoding, skipped: u64) -> Self {
        Decode {
            source,
            encoding,
            decoder: encoding.new_decoder_without_bom_handling(),
            bytes: Vec::with_capacity(CHUNK),
            decoded: 0,
            last: false,
            offset: skipped,
            line: 1,
            text: vec![0; ROOM].into(),
            taken: 0,
            end: 0,
            fault: None,
        }
    }

    /// The next piece of text and the fault behind it, if that is where it ends; at the end, neither. The
    /// piece after a fault goes on behind the malformed bytes.
    pub(crate) fn piece(&mut self) -> io::Result<(&[u8], Option<Fault>)> {
        self.advance()?;
        self.taken = self.end;
        Ok((self.text.get(..self.end).unwrap_or_default(), self.fault.take()))
    }

    fn advance(&mut self) -> io::Result<()> {
        self.taken = 0;
        self.end = 0;
        while self.end == 0 && self.fault.is_none() && !(self.last && self.decoded == self.bytes.len()) {
            if self.decoded == self.bytes.len() {
                self.fill()?;
            }
            self.decode();
        }
        Ok(())
    }

    fn fill(&mut self) -> io::Result<()> {
        self.bytes.clear();
        self.decoded = 0;
        let count = self.source.by_ref().take(CHUNK as u64).read_to_end(&mut self.bytes)?;
        self.last = count < CHUNK;
        Ok(())
    }

    fn decode(&mut self) {
        let bytes = self.bytes.get(self.decoded..).unwrap_or_default();
        let defined = if self.encoding == WINDOWS_1252 { defined(bytes) } else { bytes.len() };
        if defined == 0 && !bytes.is_empty() {
            self.fault = Some(Fault::new(self.encoding, self.offset, self.line));
            self.decoded += 1;
            self.offset += 1;
            return;
        }
        let last = self.last && defined == bytes.len();
        let bytes = bytes.get(..defined).unwrap_or_default();
        let (result, read, written) =
            self.decoder.decode_to_utf8_without_replacement(bytes, &mut self.text, last);
        self.decoded += read;
        self.offset += read as u64;
        self.end = written;
        self.line += count(self.text.get(..written).unwrap_or_default(), |byte| byte == b'\n');
        if let DecoderResult::Malformed(length, behind) = result {
            let offset = self.offset.saturating_sub(u64::from(length) + u64::from(behind));
            self.fault = Some(Fault::new(self.encoding, offset, self.line));
        }
    }
}

impl<R: Read> Read for Decode<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.taken == self.end && self.fault.is_none() {
            self.advance()?;
        }
        let mut rest = self.text.get(self.taken..self.end).unwrap_or_default();
        if rest.is_empty()
            && let Some(fault) = self.fault.take()
        {
            return Err(fault.into());
        }
        let count = rest.read(buffer)?;
        self.taken += count;
        Ok(count)
    }
}

/// How many bytes stand before the first that Windows-1252 leaves undefined. (The Web's decoder makes a
/// control character of it; here it shows that the file is in another encoding.)
fn defined(bytes: &[u8]) -> usize {
    let undefined = |byte: &u8| matches!(byte, 0x81 | 0x8d | 0x8f | 0x90 | 0x9d);
    bytes.iter().position(undefined).unwrap_or(bytes.len())
}

/// How many bytes are such. A count of one byte for some at a time lets the processor do many of them at once, which
/// matters for a file that is read twice.
pub(crate) fn count(bytes: &[u8], is_such: impl Fn(u8) -> bool) -> u64 {
    let some = bytes.chunks(usize::from(u8::MAX));
    some.map(|some| u64::from(some.iter().map(|byte| u8::from(is_such(*byte))).sum::<u8>())).sum()
}

#[cfg(test)]
mod tests {
    use encoding_rs::{UTF_8, UTF_16LE};

    use super::*;

    /// A source that gives one byte at a time, as a slow pipe does.
    struct Drip<'a>(&'a [u8]);

    impl Read for Drip<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            (&mut self.0).take(1).read(buffer)
        }
    }

    fn text(bytes: &[u8], encoding: &'static Encoding) -> String {
        let mut text = String::new();
        Decode::new(Drip(bytes), encoding, 0).read_to_string(&mut text).expect("valid");
        text
    }

    fn fault(bytes: &[u8], encoding: &'static Encoding) -> (u64, u64) {
        let error = Decode::new(bytes, encoding, 0).read_to_end(&mut Vec::new()).expect_err("malformed");
        let fault = Fault::inside(&error).expect("a fault");
        (fault.line, fault.offset)
    }

    #[test]
    fn decodes_across_the_borders_of_chunks() {
        for length in [CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK] {
            let long = "x".repeat(length) + "ñ€😀";
            assert_eq!(text(long.as_bytes(), UTF_8), long);
            let wide: Vec<u8> = long.encode_utf16().flat_map(u16::to_le_bytes).collect();
            assert_eq!(text(&wide, UTF_16LE), long);
        }
        assert_eq!(text(b"Mu\xf1oz \x80", WINDOWS_1252), "Muñoz €");
        assert_eq!(text(b"", UTF_8), "");
    }

    #[test]
    fn says_where_a_fault_stands() {
        assert_eq!(fault(b"a\nb\xff", UTF_8), (2, 3));
        assert_eq!(fault(b"a\nb\xe2\x82", UTF_8), (2, 3));
        assert_eq!(fault(b"a\0\n\0\0\xd8x\0", UTF_16LE), (2, 4));
        assert_eq!(fault(b"a\0b", UTF_16LE), (1, 2));
        assert_eq!(fault(b"\xf1\n\n\x81", WINDOWS_1252), (3, 3));
    }

    #[test]
    fn hands_on_what_stands_before_and_behind_a_fault() {
        let mut decode = Decode::new(&b"ab\xffcd"[..], UTF_8, 0);
        let (piece, fault) = decode.piece().expect("readable");
        assert_eq!((piece, fault.map(|fault| fault.offset)), (&b"ab"[..], Some(2)));
        let (piece, fault) = decode.piece().expect("readable");
        assert_eq!((piece, fault.is_none()), (&b"cd"[..], true));
        assert!(decode.piece().expect("readable").0.is_empty());
    }

    #[test]
    fn needs_the_same_memory_for_any_length() {
        let mut decode = Decode::new(io::repeat(b'x').take(50_000_000), UTF_8, 0);
        let count = io::copy(&mut decode, &mut io::sink()).expect("valid");
        assert_eq!(count, 50_000_000);
        assert!(decode.bytes.capacity() <= 2 * CHUNK);
        assert_eq!(decode.text.len(), ROOM);
    }
}
