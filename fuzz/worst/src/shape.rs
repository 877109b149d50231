//! The shape of an input: pieces that stand once, and pieces that come again and again until it is as long as asked.

use crate::prng::Prng;

/// `before`, then `first` again and again, then `middle`, then `second` as often as `first`, then `behind`.
#[derive(Clone, Debug, Default)]
pub struct Shape([Vec<usize>; 5]);

/// Which of the five come again and again.
const REPEATED: [usize; 2] = [1, 3];
const TOKENS_MAX: usize = 6;

impl Shape {
    /// The one whose sections are the first tokens of all, five for each known shape.
    pub fn known(index: usize) -> Self {
        Self(std::array::from_fn(|section| vec![5 * index + section]))
    }

    pub fn any(prng: &mut Prng, tokens: usize) -> Self {
        let mut shape = Self::default();
        for section in &mut shape.0 {
            let length = prng.below(4);
            section.extend((0..length).map(|_| prng.below(tokens)));
        }
        shape
    }

    /// The same with one to three changes, some of them taken from another.
    pub fn changed(&self, other: &Self, prng: &mut Prng, tokens: usize) -> Self {
        let mut changed = self.clone();
        for _ in 0..=prng.below(3) {
            let index = prng.below(changed.0.len());
            let section = &mut changed.0[index];
            match prng.below(6) {
                0 => section.insert(prng.below(section.len() + 1), prng.below(tokens)),
                1 if !section.is_empty() => drop(section.remove(prng.below(section.len()))),
                2 if !section.is_empty() => {
                    let at = prng.below(section.len());
                    section[at] = prng.below(tokens);
                }
                3 => section.clone_from(&other.0[index]),
                4 => section.clone_from(prng.pick(&other.0)),
                _ => changed.0.swap(index, prng.below(5)),
            }
        }
        changed.0.iter_mut().for_each(|section| section.truncate(TOKENS_MAX));
        changed
    }

    /// At most so many bytes; `None` where nothing comes again, or not twice.
    pub fn text(&self, tokens: &[String], bytes: usize) -> Option<String> {
        let sections =
            self.0.each_ref().map(|section| section.iter().map(|token| &*tokens[*token]).collect::<String>());
        let repeated: usize = REPEATED.iter().map(|index| sections[*index].len()).sum();
        let once: usize = sections.iter().map(String::len).sum::<usize>() - repeated;
        let times = bytes.checked_sub(once)?.checked_div(repeated)?;
        if times < 2 {
            return None;
        }
        let grown = sections
            .iter()
            .enumerate()
            .map(|(index, text)| if REPEATED.contains(&index) { text.repeat(times) } else { text.clone() });
        Some(grown.collect())
    }

    /// As it is written in a report.
    pub fn shown(&self, tokens: &[String]) -> String {
        let section = |index: usize| {
            let text: String = self.0[index].iter().map(|token| &*tokens[*token]).collect();
            if REPEATED.contains(&index) { format!("{text:?}*") } else { format!("{text:?}") }
        };
        (0..self.0.len()).map(section).collect::<Vec<_>>().join(" ")
    }
}
