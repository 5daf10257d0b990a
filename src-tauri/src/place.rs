//! Where the window stood last, in a small file beside the list of recent files.

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};

use crate::zoom;

/// How much of the window's upper edge must be on a screen for the window to be found and moved, in pixels.
const GRIP: i32 = 64;

/// A rectangle on the screens, in their own pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Area {
    /// The left edge.
    pub x: i32,
    /// The upper edge.
    pub y: i32,
    /// The width.
    pub width: u32,
    /// The height.
    pub height: u32,
}

/// Where a window stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Its place while it does not fill a screen.
    pub area: Area,
    /// Whether it fills a screen.
    pub maximised: bool,
    /// How large it shows everything, in percent.
    #[serde(default = "usual")]
    pub zoom: u16,
}

const fn usual() -> u16 {
    zoom::USUAL
}

impl Place {
    /// Returns whether a window there can be seen and taken hold of on one of the screens.
    pub fn is_on(&self, screens: &[Area]) -> bool {
        let Area { x, y, width, .. } = self.area;
        screens.iter().any(|screen| {
            let right = screen.x.saturating_add_unsigned(screen.width);
            let below = screen.y.saturating_add_unsigned(screen.height);
            let end = x.saturating_add_unsigned(width).min(right);
            let seen = end.saturating_sub(x.max(screen.x));
            seen >= GRIP && y >= screen.y - GRIP / 2 && y < below - GRIP / 2
        })
    }
}

/// The file that remembers it. What cannot be read or written is as if there were none.
pub struct Places {
    file: PathBuf,
}

impl Places {
    /// Returns the file in a folder.
    pub fn in_folder(folder: &Path) -> Self {
        Self {
            file: folder.join("window.json"),
        }
    }

    /// Returns where the window stood last.
    pub fn last(&self) -> Option<Place> {
        serde_json::from_slice(&fs::read(&self.file).ok()?).ok()
    }

    /// Remembers where it stands.
    pub fn put(&self, place: &Place) {
        if let Some(folder) = self.file.parent() {
            let _ = fs::create_dir_all(folder);
        }
        let beside = self.file.with_extension("new");
        let written = serde_json::to_vec(place).is_ok_and(|text| fs::write(&beside, text).is_ok());
        if written {
            let _ = fs::rename(beside, &self.file);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCREEN: Area = area(0, 0, 1920, 1080);

    const fn area(x: i32, y: i32, width: u32, height: u32) -> Area {
        Area {
            x,
            y,
            width,
            height,
        }
    }

    fn at(x: i32, y: i32) -> Place {
        Place {
            area: area(x, y, 1280, 860),
            maximised: false,
            zoom: 125,
        }
    }

    #[test]
    fn a_place_comes_back_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let places = Places::in_folder(&folder.path().join("settings"));
        assert_eq!(places.last(), None);
        places.put(&at(40, 50));
        assert_eq!(places.last(), Some(at(40, 50)));
        fs::write(&places.file, "{").unwrap();
        assert_eq!(places.last(), None);
    }

    #[test]
    fn a_window_that_can_be_taken_hold_of_stays_where_it_was() {
        let second = area(-1600, 200, 1600, 900);
        for place in [at(0, 0), at(1800, 900), at(-1200, 0), at(-1000, 400)] {
            assert!(place.is_on(&[SCREEN, second]), "{place:?}");
        }
    }

    #[test]
    fn a_window_outside_all_screens_does_not() {
        for place in [at(1900, 0), at(-1270, 0), at(0, -500), at(0, 1070)] {
            assert!(!place.is_on(&[SCREEN]), "{place:?}");
        }
        assert!(!at(0, 0).is_on(&[]));
        let absurd = Place {
            area: area(i32::MAX, i32::MIN, u32::MAX, u32::MAX),
            maximised: true,
            zoom: 0,
        };
        assert!(!absurd.is_on(&[SCREEN]));
    }
}
