//! How large the window shows everything, as the person has chosen it.

use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Serialize};
use specta::Type;

/// The steps, in percent. At the last one the text is twice as large, which WCAG 2.2 (1.4.4) asks for, and more.
const STEPS: [u16; 9] = [75, 90, 100, 110, 125, 150, 175, 200, 250];

/// What nobody has chosen, in percent.
pub const USUAL: u16 = 100;

/// What is wanted of the size.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Turn {
    /// One step larger.
    Larger,
    /// One step smaller.
    Smaller,
    /// As nobody has chosen it.
    Usual,
}

/// The size, as the page has to know it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ZoomView {
    /// How large everything is, in percent.
    pub percent: u16,
    /// How many dots the screen has for each hundred that the page counts. WebKit leaves the size out of what it tells a
    /// page of the dots, WebView2 does not.
    pub dots: u16,
}

impl ZoomView {
    /// Returns what the page has to know of a size in percent.
    pub const fn new(percent: u16) -> Self {
        let dots = if cfg!(windows) { USUAL } else { percent };
        Self { percent, dots }
    }
}

/// The size.
pub struct Zoom(Mutex<u16>);

impl Zoom {
    /// Returns a size; the nearest step, where a file says something that is none.
    pub fn new(percent: u16) -> Self {
        let nearest = STEPS.into_iter().min_by_key(|step| step.abs_diff(percent));
        Self(Mutex::new(nearest.unwrap_or(USUAL)))
    }

    /// Returns it in percent.
    pub fn percent(&self) -> u16 {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Changes it, as far as there are steps, and returns what it is then, in percent.
    pub fn turn(&self, turn: Turn) -> u16 {
        let mut percent = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let next = match turn {
            Turn::Larger => STEPS.into_iter().find(|step| *step > *percent),
            Turn::Smaller => STEPS.into_iter().rev().find(|step| *step < *percent),
            Turn::Usual => Some(USUAL),
        };
        *percent = next.unwrap_or(*percent);
        *percent
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_goes_by_steps_to_its_ends_and_back() {
        let zoom = Zoom::new(USUAL);
        assert_eq!(zoom.turn(Turn::Larger), 110);
        let most = (0..20).map(|_| zoom.turn(Turn::Larger)).last();
        assert!(most >= Some(200));
        let least = (0..20).map(|_| zoom.turn(Turn::Smaller)).last();
        assert_eq!(least, Some(75));
        assert_eq!(zoom.turn(Turn::Usual), USUAL);
        assert_eq!(zoom.percent(), USUAL);
    }

    #[test]
    fn what_is_no_step_becomes_the_nearest() {
        let check = |percent, expected| assert_eq!(Zoom::new(percent).percent(), expected);
        check(0, 75);
        check(130, 125);
        check(u16::MAX, 250);
    }
}
