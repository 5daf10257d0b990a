//! A figure, and how it is told.

use std::{fs, time::Instant};

use serde_json::{Map, Value, json};

/// A measured value with its bound and its peer.
pub struct Figure(Map<String, Value>);

impl Figure {
    /// Returns a figure: its id, what it is, its value and unit.
    pub fn new(id: impl Into<String>, what: impl Into<String>, value: f64, unit: &str) -> Self {
        let all = json!({ "id": id.into(), "what": what.into(), "value": value, "unit": unit });
        Self(all.as_object().cloned().unwrap_or_default())
    }

    /// It may be no larger.
    pub fn most(self, bound: f64) -> Self {
        self.with("most", json!(bound))
    }

    /// It may be no smaller.
    pub fn least(self, bound: f64) -> Self {
        self.with("least", json!(bound))
    }

    /// What else was measured in the same run.
    pub fn beside(self, words: impl Into<String>) -> Self {
        self.with("beside", Value::String(words.into()))
    }

    /// Prints it.
    pub fn tell(self) {
        println!("{}", Value::Object(self.0));
    }

    fn with(mut self, key: &str, value: Value) -> Self {
        self.0.insert(key.to_owned(), value);
        self
    }
}

/// Returns how long something took, in milliseconds.
pub fn timed<T>(work: impl FnOnce() -> T) -> (f64, T) {
    let start = Instant::now();
    let done = work();
    (start.elapsed().as_secs_f64() * 1e3, done)
}

/// The value that so many percent of all do not exceed.
pub fn percentile(times: &[f64], percent: usize) -> f64 {
    let mut sorted = times.to_vec();
    sorted.sort_by(f64::total_cmp);
    let at = (sorted.len().saturating_sub(1) * percent).div_ceil(100);
    sorted.get(at).copied().unwrap_or_default()
}

/// The most memory that a process has held so far, in megabytes; nothing where the system does not tell.
pub fn peak(process: &str) -> Option<f64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: f64 = line.trim().trim_end_matches("kB").trim().parse().ok()?;
    Some(kilobytes / 1e3)
}

/// Returns how much processor time this process and those it has waited for have taken, in milliseconds: what a busy machine does not
/// change. Nothing where the system does not tell.
pub fn worked() -> Option<f64> {
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    let fields = stat.rsplit(')').next()?.split_whitespace();
    // User and system time, own and of those waited for, in hundredths of a second.
    let ticks: f64 = fields
        .skip(11)
        .take(4)
        .filter_map(|field| field.parse::<f64>().ok())
        .sum();
    Some(ticks * 10.0)
}

/// Returns what `work` gives, with the processor time it took.
pub fn working<T>(work: impl FnOnce() -> T) -> (f64, T) {
    let before = worked().unwrap_or_default();
    let done = work();
    (worked().unwrap_or_default() - before, done)
}
