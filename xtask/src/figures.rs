//! Measured figures with their bounds, and whether docs/performance.md explains a bound that was missed.

use serde_json::Value;

/// The heading in docs/performance.md below which each missed bound has a line that begins with its id.
const EXPLAINED: &str = "## Missed bounds";

/// A figure as whoever measured it told it.
pub struct Figure {
    id: String,
    what: String,
    value: f64,
    unit: String,
    most: Option<f64>,
    least: Option<f64>,
    beside: String,
}

impl Figure {
    /// Reads a figure; what is missing in it is empty.
    pub fn of(told: &Value) -> Self {
        let text = |key: &str| told[key].as_str().unwrap_or_default().to_owned();
        Self {
            id: text("id"),
            what: text("what"),
            value: told["value"].as_f64().unwrap_or(f64::NAN),
            unit: text("unit"),
            most: told["most"].as_f64(),
            least: told["least"].as_f64(),
            beside: text("beside"),
        }
    }

    /// Whether it is within its bound, if it has one. What is no number is within none.
    fn is_met(&self) -> bool {
        self.most.is_none_or(|most| self.value <= most)
            && self.least.is_none_or(|least| self.value >= least)
    }

    /// The figure on a line.
    pub fn line(&self) -> String {
        let bound = match (self.most, self.least) {
            (Some(most), _) => format!("≤ {most}"),
            (_, Some(least)) => format!("≥ {least}"),
            _ => String::new(),
        };
        let verdict = match (bound.is_empty(), self.is_met()) {
            (true, _) => "",
            (_, true) => "met",
            _ => "MISSED",
        };
        format!(
            "{:<14}{:>10.1} {:<3}{bound:>9} {verdict:<7}{}{}{}",
            self.id,
            self.value,
            self.unit,
            self.what,
            if self.beside.is_empty() { "" } else { "; " },
            self.beside
        )
    }
}

/// Every figure on a line.
pub fn table(figures: &[Figure]) -> String {
    let lines: Vec<String> = figures.iter().map(Figure::line).collect();
    lines.join("\n")
}

/// Which figures missed their bound without a word of why in `kept`.
pub fn unexplained<'a>(figures: &'a [Figure], kept: &str) -> Vec<&'a str> {
    let explained = kept.split(EXPLAINED).nth(1).unwrap_or_default();
    let is_said = |figure: &&Figure| explained.contains(&format!("`{}`", figure.id));
    let missed = figures.iter().filter(|figure| !figure.is_met());
    let unsaid = missed.filter(|figure| !is_said(figure));
    unsaid.map(|figure| figure.id.as_str()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn figure(value: f64) -> Figure {
        Figure::of(&json!({ "id": "save", "value": value, "unit": "×", "most": 3.0 }))
    }

    #[test]
    fn a_missed_bound_needs_a_word_of_why() {
        let missed = [figure(4.0)];
        assert_eq!(unexplained(&missed, "`save` is measured."), ["save"]);
        let kept = "`save`\n\n## Missed bounds\n\n- `save`: the disk.";
        assert!(unexplained(&missed, kept).is_empty());
        assert!(unexplained(&[figure(3.0)], "").is_empty());
    }

    #[test]
    fn what_could_not_be_measured_is_missed() {
        let nothing = Figure::of(&json!({ "id": "save", "most": 3.0 }));
        assert_eq!(unexplained(&[nothing], ""), ["save"]);
    }

    #[test]
    fn a_line_says_whether_the_bound_was_met() {
        assert!(figure(2.0).line().contains("met") && figure(4.0).line().contains("MISSED"));
    }
}
