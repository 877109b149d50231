//! Which language to answer in.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::header::ACCEPT_LANGUAGE;
use axum::http::request::Parts;
use normail::Language;

use crate::text::{ENGLISH, TEXTS, Text};

/// The text of the language that the browser asks for, from `Accept-Language`.
pub(crate) struct Speaks(pub(crate) &'static Text);

impl<S: Sync> FromRequestParts<S> for Speaks {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Infallible> {
        let values = parts.headers.get_all(ACCEPT_LANGUAGE).iter();
        let lines: Vec<&str> = values.filter_map(|value| value.to_str().ok()).collect();
        Ok(Self(preferred(&lines.join(","))))
    }
}

/// The language of the highest quality (RFC 9110 12.5.4), the first named of two alike; English where none is wanted.
///
/// A range is compared by its first subtag alone (RFC 4647 3.4 down to the end): `es-MX` is served by Spanish. The
/// crates that read this header leave out the quality or that step.
fn preferred(header: &str) -> &'static Text {
    let mut ranges: Vec<(&str, f32)> = header.split(',').filter_map(range).collect();
    ranges.sort_by(|(_, one), (_, other)| other.total_cmp(one));
    let is_named = |text: &Text| ranges.iter().any(|(tag, _)| Language::from_tag(tag) == Some(text.language));
    let served = |tag: &str| {
        let language = Language::from_tag(tag);
        TEXTS
            .into_iter()
            .find(|text| if tag == "*" { !is_named(text) } else { language == Some(text.language) })
    };
    let wanted = ranges.iter().filter(|(_, quality)| *quality > 0.0);
    wanted.into_iter().find_map(|(tag, _)| served(tag)).unwrap_or(&ENGLISH)
}

/// A range, and its quality; nothing where that is malformed.
fn range(item: &str) -> Option<(&str, f32)> {
    let (range, weight) = item.split_once(';').unwrap_or((item, "q=1"));
    let quality = weight.trim().strip_prefix(['q', 'Q'])?.strip_prefix('=')?.parse().ok()?;
    (0.0..=1.0).contains(&quality).then_some((range.trim(), quality))
}

#[cfg(test)]
mod tests {
    use super::preferred;

    #[test]
    fn the_language_of_the_highest_quality_is_spoken() {
        for (header, tag) in [
            ("", "en"),
            ("es", "es"),
            ("ES-mx", "es"),
            ("es-419, en;q=0.9", "es"),
            ("en;q=0.5, es;q=0.8", "es"),
            ("en ; q=0.5 , es ; q=0.8", "es"),
            ("es;q=0.5, en;q=0.8", "en"),
            ("es;q=0.7, en;q=0.7", "es"),
            ("de, es;q=0.3", "es"),
            ("de, fr", "en"),
            ("est", "en"),
            ("es;q=0", "en"),
            ("*", "en"),
            ("en;q=0, *", "es"),
            ("en;q=0.4, *;q=0.5", "es"),
            ("es;q=2, en;q=0.1", "en"),
            ("es;q=NaN, en;q=0.1", "en"),
            ("es;quality=1", "en"),
            (",;,,-;q", "en"),
        ] {
            assert_eq!(preferred(header).language.tag(), tag, "{header:?}");
        }
    }
}
