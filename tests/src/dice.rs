//! Chance that can be had again: the same seed, the same throws.

/// A linear congruential generator with its low bits left out.
#[derive(Debug, Clone)]
pub struct Dice(u64);

impl Dice {
    /// Returns dice for a seed. Seeds next to each other give throws that have nothing to do with each other.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0x2545_F491_4F6C_DD1D)
    }

    /// Returns a number below `sides`.
    ///
    /// # Panics
    ///
    /// When there are no sides.
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }

    /// Returns whether something happens that does so in `percent` cases of a hundred.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.roll(100) < percent
    }

    /// Returns one of these.
    ///
    /// # Panics
    ///
    /// When there is none.
    pub fn pick<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.roll(of.len())]
    }
}

#[cfg(test)]
mod tests {
    use super::Dice;

    #[test]
    fn a_seed_gives_its_throws_again_and_another_gives_others() {
        let throws = |seed| {
            let mut dice = Dice::new(seed);
            (0..20).map(|_| dice.roll(1000)).collect::<Vec<_>>()
        };
        assert_eq!(throws(7), throws(7));
        assert_ne!(throws(7), throws(8));
    }
}
