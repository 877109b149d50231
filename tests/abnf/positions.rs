//! A set of positions in a string.

/// A bit set. Its first word is kept inline: few test strings are longer, and these need no allocation.
#[derive(Clone, Debug, Default)]
pub(crate) struct Positions {
    low: u128,
    high: Vec<u128>,
}

const BITS: usize = u128::BITS as usize;

impl Positions {
    pub(crate) fn one(position: usize) -> Positions {
        let mut set = Positions::default();
        set.insert(position);
        set
    }

    pub(crate) fn insert(&mut self, position: usize) {
        *self.word_mut(position / BITS) |= 1 << (position % BITS);
    }

    pub(crate) fn contains(&self, position: usize) -> bool {
        self.word(position / BITS) & (1 << (position % BITS)) != 0
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.low == 0 && self.high.iter().all(|&word| word == 0)
    }

    pub(crate) fn add_all(&mut self, other: &Positions) {
        self.low |= other.low;
        for (index, &word) in other.high.iter().enumerate() {
            *self.word_mut(index + 1) |= word;
        }
    }

    pub(crate) fn remove_all(&mut self, other: &Positions) {
        self.low &= !other.low;
        for (word, &theirs) in self.high.iter_mut().zip(&other.high) {
            *word &= !theirs;
        }
    }

    pub(crate) fn for_each(&self, mut visit: impl FnMut(usize)) {
        each_bit(self.low, 0, &mut visit);
        for (index, &word) in self.high.iter().enumerate() {
            each_bit(word, (index + 1) * BITS, &mut visit);
        }
    }

    fn word(&self, index: usize) -> u128 {
        match index {
            0 => self.low,
            _ => self.high.get(index - 1).copied().unwrap_or(0),
        }
    }

    fn word_mut(&mut self, index: usize) -> &mut u128 {
        if index == 0 {
            return &mut self.low;
        }
        if self.high.len() < index {
            self.high.resize(index, 0);
        }
        &mut self.high[index - 1]
    }
}

fn each_bit(mut word: u128, base: usize, visit: &mut impl FnMut(usize)) {
    while word != 0 {
        visit(base + word.trailing_zeros() as usize);
        word &= word - 1;
    }
}
