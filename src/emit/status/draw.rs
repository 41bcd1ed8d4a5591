//! Numbers to where they stand in a picture. Across, everything is a share of the width, so that a picture is as sharp and
//! as readable on a phone as on a desk; down, it is pixels.

use serde::Serialize;

/// A stretch of a bar, as shares of the width: `12.5%`.
#[derive(Debug, PartialEq, Serialize)]
pub struct Stretch {
    pub x: String,
    pub width: String,
}

/// From one value to another on an axis from nothing to `whole`.
pub fn stretch(from: f64, to: f64, whole: f64) -> Stretch {
    Stretch { x: share(from, whole), width: share(to - from, whole) }
}

fn share(part: f64, whole: f64) -> String {
    let share = if whole > 0.0 { (100.0 * part / whole).clamp(0.0, 100.0) } else { 0.0 };
    format!("{share:.1}%")
}

/// Many values as dots on a line, those that are alike on top of one another.
#[derive(Debug, Serialize)]
pub struct Dots {
    pub dots: Vec<Dot>,
    /// Each dot stands for so many values at most.
    pub each: usize,
    /// Down to the line they stand on.
    pub ground: usize,
}

#[derive(Debug, PartialEq, Serialize)]
pub struct Dot {
    pub x: String,
    pub y: usize,
    /// Whether it stands above the limit.
    pub over: bool,
}

/// The axis of readability: easier than easy to harder than law.
const AXIS: (f64, f64) = (14.0, 70.0);
/// Values this near stand on top of one another.
const STEP: f64 = 2.0;
/// How high a pile may be, in dots.
const PILE: usize = 12;
/// A dot and the space around it.
const PITCH: usize = 10;
/// Room above the dots for what the lines are called.
const ABOVE: usize = 22;

/// LIX values as dots; those above `limit` are marked.
pub fn dots(values: &[f64], limit: f64) -> Dots {
    let count = ((AXIS.1 - AXIS.0) / STEP) as usize;
    // What is above the limit is never in one pile with what is below it.
    let mut piles = vec![[0usize; 2]; count];
    for value in values {
        let at = ((value - AXIS.0) / STEP).floor().clamp(0.0, count as f64 - 1.0) as usize;
        piles[at][usize::from(*value > limit)] += 1;
    }
    let highest = piles.iter().map(|pile| pile[0] + pile[1]).max().unwrap_or(0);
    let each = highest.div_ceil(PILE).max(1);
    let heights = piles.iter().map(|pile| pile.map(|values| values.div_ceil(each)));
    let ground = ABOVE + PITCH * heights.clone().map(|pile| pile[0] + pile[1]).max().unwrap_or(0).max(2);
    let dots = heights.enumerate().flat_map(|(at, [below, over])| {
        let x = along(AXIS.0 + (at as f64 + 0.5) * STEP);
        (0..below + over).map(move |up| Dot {
            x: x.clone(),
            y: ground - PITCH / 2 - up * PITCH,
            over: up >= below,
        })
    });
    Dots { dots: dots.collect(), each, ground }
}

/// Where a LIX stands along the axis.
pub fn along(lix: f64) -> String {
    share(lix - AXIS.0, AXIS.1 - AXIS.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_keeps_inside_its_picture() {
        assert_eq!(stretch(60.0, 120.0, 240.0), Stretch { x: "25.0%".into(), width: "25.0%".into() });
        assert_eq!(stretch(0.0, 300.0, 240.0).width, "100.0%");
        assert_eq!(stretch(0.0, 0.0, 0.0).width, "0.0%");
    }

    #[test]
    fn values_that_are_alike_stand_on_top_of_one_another() {
        let drawn = dots(&[30.1, 31.9, 44.0], 40.0);
        assert_eq!(drawn.each, 1);
        assert_eq!(drawn.dots.iter().map(|dot| dot.over).collect::<Vec<_>>(), [false, false, true]);
        assert_eq!(drawn.dots[0].x, drawn.dots[1].x);
        assert!(drawn.dots[1].y < drawn.dots[0].y);
    }

    #[test]
    fn thousands_of_values_are_a_picture_too() {
        let drawn = dots(&vec![33.0; 10_000], 40.0);
        assert!(drawn.dots.len() <= PILE && drawn.each * drawn.dots.len() >= 10_000);
    }

    #[test]
    fn what_is_over_the_limit_is_marked_within_its_step() {
        assert_eq!(dots(&[40.0, 40.1], 40.0).dots.iter().filter(|dot| dot.over).count(), 1);
    }
}
