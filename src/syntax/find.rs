//! Looks for bytes that are far away, sixteen at a time: the compiler makes one comparison of each chunk.

const CHUNK: usize = 16;

/// Where the first byte stands that is wanted.
#[inline]
pub(crate) fn find_byte(bytes: &[u8], is_wanted: impl Fn(u8) -> bool) -> Option<usize> {
    // Mostly it is near.
    if let Some(near) = bytes.iter().take(CHUNK).position(|byte| is_wanted(*byte)) {
        return Some(near);
    }
    let mut chunks = bytes.chunks_exact(CHUNK);
    let before =
        chunks.by_ref().take_while(|chunk| !has_byte(chunk, &is_wanted)).count().saturating_mul(CHUNK);
    let found = bytes.get(before..)?.iter().position(|byte| is_wanted(*byte))?;
    Some(before.saturating_add(found))
}

/// Where the bytes stand that are wanted, from the last one on.
pub(crate) fn rfind_bytes(bytes: &[u8], is_wanted: impl Fn(u8) -> bool) -> impl Iterator<Item = usize> {
    let mut end = bytes.len();
    core::iter::from_fn(move || {
        loop {
            let chunk = bytes.get(..end)?.rchunks(CHUNK).next()?;
            let start = end.saturating_sub(chunk.len());
            match if has_byte(chunk, &is_wanted) {
                chunk.iter().rposition(|byte| is_wanted(*byte))
            } else {
                None
            } {
                Some(at) => {
                    end = start.saturating_add(at);
                    return Some(end);
                }
                None => end = start,
            }
        }
    })
}

/// All are asked, for a branch at each would cost more.
#[inline]
fn has_byte(chunk: &[u8], is_wanted: impl Fn(u8) -> bool) -> bool {
    chunk.iter().fold(false, |has, byte| has | is_wanted(*byte))
}

#[cfg(test)]
mod tests {
    use super::{find_byte, rfind_bytes};
    use alloc::vec::Vec;

    #[test]
    fn bytes_are_found_wherever_they_stand() {
        for length in 0..70 {
            let mut text = alloc::vec![b'a'; length];
            assert_eq!(find_byte(&text, |byte| byte == b'x'), None);
            for at in 0..length {
                text[at] = b'x';
                assert_eq!(find_byte(&text, |byte| byte == b'x'), Some(at), "{length}");
                assert_eq!(rfind_bytes(&text, |byte| byte == b'x').collect::<Vec<_>>(), [at], "{length}");
                text[at] = b'a';
            }
            let all: Vec<usize> = (0..length).rev().collect();
            assert_eq!(rfind_bytes(&text, |byte| byte == b'a').collect::<Vec<_>>(), all);
        }
    }
}
