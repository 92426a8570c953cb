//! The weights of the models, the constant last. `cargo run --release --example fit_crosscheck`
//! fits them on data that are not in the repository and prints this table.

/// Whether two articles report one story: cosines of all words, heads, names, numbers.
pub(super) const STORY: [f32; 5] = [7.4, 7.8, 10.3, 4.9, -6.0];

/// Whether two sentences report one event; the features stand in `event::features`.
pub(super) const EVENT: [f32; 13] =
    [1.0, 1.0, 0.5, 0.5, 0.5, -0.3, 0.1, -0.3, 0.1, 0.2, 0.4, 1.0, -2.5];

/// How many features two values have.
pub(super) const SLOT_FEATURES: usize = 15;

/// Whether two values fill one slot, by kind: figures, dates, places, deeds.
pub(super) const SLOT: [[f32; SLOT_FEATURES + 1]; 4] = [
    [0.4, 1.5, 1.0, -2.0, 1.0, -1.5, 0.5, 2.0, 0.5, -0.5, 0.5, -1.0, -1.0, 0.5, 0.0, -2.5],
    [0.4, 1.0, 0.7, -1.0, 0.0, 0.0, 0.0, 2.0, 0.5, -0.5, 0.5, -0.5, -1.0, 0.5, 0.0, -1.5],
    [0.4, 1.0, 0.7, -1.0, 0.0, 0.0, 0.0, 2.0, 0.5, -0.5, 0.5, -0.5, -1.0, 0.5, 0.0, -1.5],
    [0.4, 0.5, 0.0, 0.0, 0.0, 0.0, 0.0, 2.5, 0.7, -0.5, 0.5, -0.5, -1.0, 0.5, 0.0, -1.0],
];
